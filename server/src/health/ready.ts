import { readFileSync } from "node:fs";
import type { Pool } from "pg";
import { reasonOf } from "../db/database-error.ts";
import { MIGRATIONS } from "../db/migrate.ts";

/** Longest wait for the database's answer. */
const PATIENCE_MS = 3000;

const migrationsKnown = (): number =>
  (JSON.parse(readFileSync(`${MIGRATIONS}/meta/_journal.json`, "utf8")) as { entries: unknown[] }).entries.length;

const tooSlow = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} seconds`)), PATIENCE_MS).unref();
  });

/**
 * Whether questions can be answered now: the database answers, its tables are those of this code, and there is a place.
 *
 * @returns the reason why not, or null
 */
export async function whyNotReady(pool: Pool): Promise<string | null> {
  try {
    const { rows } = await Promise.race([
      pool.query<{ migrations: number; places: number }>(
        `select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
                (select count(*)::int from place where current_version is not null) as places`,
      ),
      tooSlow(),
    ]);
    const { migrations = 0, places = 0 } = rows[0] ?? {};
    if (migrations < migrationsKnown()) return "The database's tables are older than this program.";
    if (places === 0) return "No place is loaded yet.";
    return null;
  } catch (error) {
    return `The database cannot be reached: ${reasonOf(error)}.`;
  }
}
