import type { Bounds } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { and, asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { asGeoJson } from "../db/geometry.ts";
import { cell, smallArea, ward } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";

const ofVersion = (table: typeof ward | typeof smallArea | typeof cell, { id, version }: PlaceVersion) =>
  and(eq(table.placeId, id), eq(table.version, version));

/** A small area within one ward, with the people who live in both. */
export interface CellPeople {
  readonly ward: string;
  readonly area: string | null;
  readonly people: number;
  readonly aged0to15: number;
  readonly aged65on: number;
}

/** Sum of people by age; the array begins at 1 with those aged 0. */
const sumOf = (ages: SQL) => sql<number>`(select coalesce(sum(age), 0)::float8 from unnest(${ages}) as ages(age))`;

/** Everyone in each small area × ward of the place; fractions stay. */
export const cellPeople = (db: Db, at: PlaceVersion): Promise<CellPeople[]> =>
  db
    .select({
      ward: sql<string>`${cell.wardCode}`,
      area: cell.areaCode,
      people: sumOf(sql`${cell.people}`),
      aged0to15: sumOf(sql`${cell.people}[1:16]`),
      aged65on: sumOf(sql`${cell.people}[66:91]`),
    })
    .from(cell)
    .where(and(ofVersion(cell, at), isNotNull(cell.wardCode)))
    .orderBy(asc(cell.seq));

/** The wards in the order of their rows, with people and the number of small areas that lie in each. */
export async function listWards(db: Db, at: PlaceVersion): Promise<Ward[]> {
  const rows = await db
    .select({
      code: ward.code,
      name: ward.name,
      nameWelsh: ward.nameWelsh,
      lon: ward.labelLon,
      lat: ward.labelLat,
      areaHectares: ward.areaHectares,
      borderMetres: ward.borderMetres,
      bounds: sql<Bounds>`json_build_array(
        ST_XMin(${ward.geom}), ST_YMin(${ward.geom}), ST_XMax(${ward.geom}), ST_YMax(${ward.geom})
      )`,
    })
    .from(ward)
    .where(ofVersion(ward, at))
    .orderBy(asc(ward.seq));
  const cells = await cellPeople(db, at);
  return rows.map(({ lon, lat, ...row }) => {
    const own = cells.filter((one) => one.ward === row.code);
    const sum = (of: (cell: CellPeople) => number) => own.reduce((all, one) => all + of(one), 0);
    return {
      ...row,
      label: [lon, lat],
      people: sum(({ people }) => people),
      aged0to15: sum(({ aged0to15 }) => aged0to15),
      aged65on: sum(({ aged65on }) => aged65on),
      smallAreas: new Set(own.flatMap((one) => one.area ?? [])).size,
    };
  });
}

/** Shapes of the wards by code, as GeoJSON text, in the order of their rows. */
export const wardShapes = (db: Db, at: PlaceVersion) =>
  db
    .select({ code: ward.code, shape: asGeoJson(ward.geom) })
    .from(ward)
    .where(ofVersion(ward, at))
    .orderBy(asc(ward.seq));

/** The small areas with their shapes as GeoJSON text, in the order of their rows. */
export const smallAreaShapes = (db: Db, at: PlaceVersion) =>
  db
    .select({ code: smallArea.code, name: smallArea.name, shape: asGeoJson(smallArea.geom) })
    .from(smallArea)
    .where(ofVersion(smallArea, at))
    .orderBy(asc(smallArea.seq));

/** Names of the small areas by code. */
export const smallAreaNames = async (db: Db, at: PlaceVersion): Promise<Map<string, string>> =>
  new Map(
    (
      await db
        .select({ code: smallArea.code, name: smallArea.name })
        .from(smallArea)
        .where(ofVersion(smallArea, at))
        .orderBy(asc(smallArea.seq))
    ).map(({ code, name }) => [code, name]),
  );
