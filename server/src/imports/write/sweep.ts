import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { Db } from "../../db/connect.ts";
import { dataVersion, place } from "../../db/schema.ts";
import { isAlive, type Version } from "./claim.ts";

/**
 * Removes what imports left behind that were killed or failed: their versions, and places that never had one.
 *
 * @returns the versions that were removed
 */
export async function sweepImports(db: Db): Promise<Version[]> {
  const unfinished = await db
    .select({
      place: dataVersion.placeId,
      version: dataVersion.version,
      status: dataVersion.status,
      counts: dataVersion.counts,
      now: sql<number>`extract(epoch from clock_timestamp())::double precision`,
    })
    .from(dataVersion)
    .where(inArray(dataVersion.status, ["loading", "failed"]));
  const dead = unfinished.filter(({ status, counts, now }) => status === "failed" || !isAlive(counts, now));
  for (const version of dead) await discardVersion(db, version);
  return dead.map(({ place: id, version }) => ({ place: id, version }));
}

/** Removes a version that was never switched to, and its place when it has no other. */
export async function discardVersion(db: Db, { place: id, version }: Version): Promise<void> {
  await db
    .delete(dataVersion)
    .where(
      and(
        eq(dataVersion.placeId, id),
        eq(dataVersion.version, version),
        inArray(dataVersion.status, ["loading", "failed"]),
      ),
    );
  await db
    .delete(place)
    .where(
      and(
        eq(place.id, id),
        isNull(place.currentVersion),
        notExists(db.select({ one: sql`1` }).from(dataVersion).where(eq(dataVersion.placeId, id))),
      ),
    );
}
