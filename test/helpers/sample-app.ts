import type { EngineThreads } from "@needs-map/server/analysis/engine-threads";
import { createApp } from "@needs-map/server/app";
import { createDeps } from "@needs-map/server/create-deps";
import { type Database, openDatabase } from "@needs-map/server/db/connect";
import { readEnv } from "@needs-map/server/env";
import { whyNotReady } from "@needs-map/server/health/ready";
import { createLog } from "@needs-map/server/log";
import { inCheckout } from "./checkout.ts";
import { sampleDatabase } from "./sample-database.ts";

/** The app over a database with Wendmere in it, to be asked through `app.request`. */
export interface SampleApp {
  readonly app: ReturnType<typeof createApp>;
  /** Another one over the same database that works questions out in these threads. */
  appWith(threads: EngineThreads): ReturnType<typeof createApp>;
  readonly database: Database;
  /** Settings under which a command joins its database. */
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Where the client's built files would be; a folder of the tests' own, so that they do not need a build. */
export const CLIENT_FIXTURE = inCheckout("test", "fixtures", "client");

export async function sampleApp(mapStyleUrl: string | null = null): Promise<SampleApp> {
  const from = await sampleDatabase();
  const env = readEnv(from.settings);
  const log = createLog("silent");
  const database = await openDatabase(env, { log });
  const appWith = (threads?: EngineThreads) =>
    createApp(createDeps(database.db, log, "test", env, threads), {
      clientFolder: CLIENT_FIXTURE,
      baseUrl: null,
      pages: { mapStyleUrl, version: "0.0.0" },
      whyNotReady: () => whyNotReady(database.pool),
    });
  return {
    app: appWith(),
    appWith,
    database,
    settings: from.settings,
    async close() {
      await database.close();
      await from.remove();
    },
  };
}
