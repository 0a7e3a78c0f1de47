import { and, asc, eq } from "drizzle-orm";
import { neighboursKnown } from "../analysis/queries.ts";
import type { Db } from "../db/connect.ts";
import { place, ward } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { peopleFacts } from "../places/people-date.ts";
import type { Ground } from "./caveats.ts";

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

/** What the people and services of a type rest on, in a place. */
export async function groundOf(db: Db, at: PlaceVersion, type: string): Promise<Ground> {
  const [known, people, wards] = await Promise.all([
    neighboursKnown(db, at, type),
    peopleFacts(db, at),
    db
      .select({ name: ward.name, borderMetres: ward.borderMetres })
      .from(ward)
      .where(and(eq(ward.placeId, at.id), eq(ward.version, at.version)))
      .orderBy(asc(ward.name)),
  ]);
  return { known, ...people, wards };
}
