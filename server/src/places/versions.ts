import type { DataVersion } from "@needs-map/shared/contract/data-version";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { dataVersion, fault } from "../db/schema.ts";

/** Every version of a place that can be restored, newest first. */
export async function listVersions(db: Db, id: string, current: number): Promise<DataVersion[]> {
  const rows = await db
    .select({
      version: dataVersion.version,
      readyAt: dataVersion.readyAt,
      counts: dataVersion.counts,
      changes: dataVersion.changes,
      faults: sql<number>`(
        select count(*)::int from ${fault} t
        where t.place_id = data_version.place_id and t.version = data_version.version
      )`,
    })
    .from(dataVersion)
    .where(and(eq(dataVersion.placeId, id), eq(dataVersion.status, "ready")))
    .orderBy(desc(dataVersion.version));
  return rows.map(({ readyAt, ...row }) => ({
    ...row,
    loadedAt: (readyAt ?? new Date(0)).toISOString(),
    current: row.version === current,
  }));
}
