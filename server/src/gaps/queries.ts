import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { place, ward } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";

/** Starting weights of the need index of a place. */
export async function needWeights(db: Db, id: string): Promise<Record<string, number>> {
  const [row] = await db.select({ weights: place.needWeights }).from(place).where(eq(place.id, id));
  return row?.weights ?? {};
}

/** Names of the wards by code. */
export async function wardNames(db: Db, { id, version }: PlaceVersion): Promise<Map<string, string>> {
  const rows = await db
    .select({ code: ward.code, name: ward.name })
    .from(ward)
    .where(and(eq(ward.placeId, id), eq(ward.version, version)))
    .orderBy(asc(ward.seq));
  return new Map(rows.map(({ code, name }) => [code, name]));
}
