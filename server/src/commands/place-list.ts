import { and, asc, eq, sql } from "drizzle-orm";
import { dataVersion, place } from "../db/schema.ts";
import { counted } from "../imports/import-error.ts";
import type { Terminal } from "./terminal.ts";
import { withDatabase } from "./with-database.ts";

/** `place list`: the places that are loaded, with the version that is read. */
export async function placeList(terminal: Terminal, { json = false }: { json?: boolean }): Promise<void> {
  const places = await withDatabase(terminal, (db) =>
    db
      .select({
        id: place.id,
        name: place.name,
        sample: place.sample,
        version: dataVersion.version,
        loadedAt: sql<string>`to_char(${dataVersion.readyAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
        counts: dataVersion.counts,
      })
      .from(place)
      .innerJoin(dataVersion, and(eq(dataVersion.placeId, place.id), eq(dataVersion.version, place.currentVersion)))
      .orderBy(asc(place.id)),
  );
  if (json) return terminal.out(`${JSON.stringify({ places })}\n`);
  if (places.length === 0) return terminal.out("No place is loaded yet.\n");
  const lines = places.map(({ id, name, sample, version, loadedAt, counts }) => {
    const size = `${counted(counts.wards ?? 0)} wards, ${counted(Math.round(counts.people ?? 0))} people`;
    return `${id}  ${name}${sample ? " (sample data)" : ""}, ${size}, version ${version} of ${loadedAt}`;
  });
  terminal.out(`${lines.join("\n")}\n`);
}
