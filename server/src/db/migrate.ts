import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import type { Pool } from "pg";
import { DatabaseError, reasonOf } from "./database-error.ts";

export const MIGRATIONS = fileURLToPath(new URL("../../migrations", import.meta.url));

/** Any number, the same in every process of this product: who holds it may migrate. */
const ADVISORY_LOCK = 7_203_114;

/**
 * Brings the tables up to date.
 *
 * @param oneAtATime hold an advisory lock meanwhile, so that processes that start together do not meet; not on the
 * embedded database, whose folder lock does it
 * @throws DatabaseError when PostGIS is missing or may not be added
 */
export async function migrate(pool: Pool, oneAtATime: boolean): Promise<void> {
  const client = await pool.connect();
  let failed: unknown;
  try {
    if (oneAtATime) await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await runMigrations(drizzle(client), { migrationsFolder: MIGRATIONS });
    if (oneAtATime) await client.query("SELECT pg_advisory_unlock($1)", [ADVISORY_LOCK]);
  } catch (error) {
    failed = error;
  } finally {
    client.release(failed !== undefined);
  }
  if (failed === undefined) return;
  if (!/postgis|permission denied/i.test(reasonOf(failed))) throw failed;
  throw new DatabaseError(
    `The database could not be prepared: ${reasonOf(failed)}. It needs PostGIS: install it and run "CREATE EXTENSION postgis" as an administrator of the database.`,
  );
}
