import { createSignIn } from "./accounts/sign-in.ts";
import { createEngineThreads } from "./analysis/engine-threads.ts";
import { createPlaceAnalysis } from "./analysis/place-analysis.ts";
import type { Db } from "./db/connect.ts";
import type { Deps } from "./deps.ts";
import type { Env } from "./env.ts";
import { createBodyCache } from "./http/body-cache.ts";
import { DATA_HEADERS } from "./http/security-headers.ts";
import type { Log } from "./log.ts";
import { createMailer } from "./mail/mailer.ts";
import { createCurrentVersions } from "./places/current-versions.ts";
import { readSecrets } from "./secrets/secret-key.ts";

/** Room for built bodies, in bytes; a place of 250,000 people takes a few megabytes. */
const BODIES_BYTES = 40 * 1024 * 1024;

/** What the routes work with, over one database; questions are worked out in threads. */
export function createDeps(db: Db, log: Log, codeVersion: string, env: Env, threads = createEngineThreads()): Deps {
  const secrets = readSecrets(env);
  const mailer = createMailer(env);
  return {
    db,
    log,
    secrets,
    mailer,
    signIn: createSignIn({ db, secrets, mailer, log, baseUrl: env.BASE_URL ?? null }),
    versions: createCurrentVersions(db, () => performance.now()),
    bodies: createBodyCache(BODIES_BYTES, codeVersion, DATA_HEADERS),
    analysis: createPlaceAnalysis(db, threads),
  };
}
