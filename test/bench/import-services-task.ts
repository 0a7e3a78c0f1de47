import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@needs-map/server/db/connect";
import { readEnv } from "@needs-map/server/env";
import { addPlace } from "@needs-map/server/imports/add-place";
import { sql } from "drizzle-orm";
import { manyServices } from "../fixtures/many-services.ts";
import { tinyMirror, tinyRecipe } from "../fixtures/tiny-place.ts";

/** What the import came to, printed as JSON; run in a process of its own. */
export interface ImportOutcome {
  readonly seconds: number;
  readonly megabytes: number;
  readonly services: number;
  readonly sumOfPlaces: number;
}

const folder = mkdtempSync(join(tmpdir(), "needs-map-bench-"));
const files = manyServices(Number(process.argv[2]));
const mirror = tinyMirror(files);
const database = await openDatabase(readEnv({ DATA_DIR: folder }), { role: "command" });
try {
  const started = performance.now();
  await addPlace(database.db, tinyRecipe(files), { mirror }, () => {});
  const seconds = (performance.now() - started) / 1000;
  const { rows } = await database.db.execute<{ services: number; places: number }>(
    sql`SELECT count(*)::int AS services, sum(capacity)::float8 AS places FROM service`,
  );
  const outcome: ImportOutcome = {
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    services: rows[0]?.services ?? 0,
    sumOfPlaces: rows[0]?.places ?? 0,
  };
  console.log(JSON.stringify(outcome));
} finally {
  await database.close();
  for (const made of [folder, mirror]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
}
