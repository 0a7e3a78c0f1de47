import type { SignIn } from "./accounts/sign-in.ts";
import type { PlaceAnalysis } from "./analysis/place-analysis.ts";
import type { Db } from "./db/connect.ts";
import type { BodyCache } from "./http/body-cache.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { CurrentVersions } from "./places/current-versions.ts";
import type { Secrets } from "./secrets/secret-key.ts";

/** What the routes work with. */
export interface Deps {
  readonly db: Db;
  readonly versions: CurrentVersions;
  readonly bodies: BodyCache;
  readonly analysis: PlaceAnalysis;
  readonly log: Log;
  readonly signIn: SignIn;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
}
