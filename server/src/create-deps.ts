import { createEngineThreads } from "./analysis/engine-threads.ts";
import { createPlaceAnalysis } from "./analysis/place-analysis.ts";
import type { Db } from "./db/connect.ts";
import type { Deps } from "./deps.ts";
import { createBodyCache } from "./http/body-cache.ts";
import { DATA_HEADERS } from "./http/security-headers.ts";
import type { Log } from "./log.ts";
import { createCurrentVersions } from "./places/current-versions.ts";

/** Room for built bodies, in bytes; a place of 250,000 people takes a few megabytes. */
const BODIES_BYTES = 40 * 1024 * 1024;

/** What the routes work with, over one database; questions are worked out in threads. */
export const createDeps = (db: Db, log: Log, codeVersion: string, threads = createEngineThreads()): Deps => ({
  db,
  log,
  versions: createCurrentVersions(db, () => performance.now()),
  bodies: createBodyCache(BODIES_BYTES, codeVersion, DATA_HEADERS),
  analysis: createPlaceAnalysis(db, threads),
});
