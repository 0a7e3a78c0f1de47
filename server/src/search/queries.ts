import type { SearchResult } from "@needs-map/shared/contract/search";
import { and, asc, eq, ilike, or, sql } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { demandPoint, ward } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { likeLiteral, looksLikePostcode, postcodeKey } from "./normalise.ts";

const MOST = 10;

const wardOfPoint = and(
  eq(ward.placeId, demandPoint.placeId),
  eq(ward.version, demandPoint.version),
  eq(ward.code, demandPoint.wardCode),
);

/** Wards whose name holds the words, those that begin with them first. */
async function wardsNamed(db: Db, { id, version }: PlaceVersion, words: string): Promise<SearchResult[]> {
  const literal = likeLiteral(words);
  const rows = await db
    .select({ label: ward.name, nameWelsh: ward.nameWelsh, ward: ward.code, lon: ward.labelLon, lat: ward.labelLat })
    .from(ward)
    .where(
      and(
        eq(ward.placeId, id),
        eq(ward.version, version),
        or(ilike(ward.name, `%${literal}%`), ilike(ward.nameWelsh, `%${literal}%`), ilike(ward.code, literal)),
      ),
    )
    .orderBy(sql`${ward.name} not ilike ${`${literal}%`}`, asc(ward.name))
    .limit(MOST);
  return rows.map(({ nameWelsh, ...row }) => ({
    kind: "ward",
    ...row,
    detail: nameWelsh ? `Ward, ${nameWelsh}` : "Ward",
  }));
}

async function postcodesFrom(db: Db, { id, version }: PlaceVersion, words: string): Promise<SearchResult[]> {
  const key = sql`upper(replace(${demandPoint.label}, ' ', ''))`;
  const rows = await db
    .select({
      label: demandPoint.label,
      street: demandPoint.street,
      wardName: ward.name,
      ward: ward.code,
      lon: demandPoint.lon,
      lat: demandPoint.lat,
    })
    .from(demandPoint)
    .innerJoin(ward, wardOfPoint)
    .where(
      and(
        eq(demandPoint.placeId, id),
        eq(demandPoint.version, version),
        sql`${key} like ${`${likeLiteral(postcodeKey(words))}%`}`,
      ),
    )
    .orderBy(sql`length(${demandPoint.label})`, asc(demandPoint.label))
    .limit(MOST);
  return rows.map(({ street, wardName, ...row }) => ({
    kind: "postcode",
    ...row,
    detail: street ? `${street}, ${wardName}` : wardName,
  }));
}

/** Streets whose name begins with the words, or holds them after a space; one answer a street and ward. */
async function streetsNamed(db: Db, { id, version }: PlaceVersion, words: string): Promise<SearchResult[]> {
  const literal = likeLiteral(words);
  const rows = await db
    .select({
      label: demandPoint.street,
      detail: ward.name,
      ward: ward.code,
      lon: sql<number>`avg(${demandPoint.lon})::float8`,
      lat: sql<number>`avg(${demandPoint.lat})::float8`,
    })
    .from(demandPoint)
    .innerJoin(ward, wardOfPoint)
    .where(
      and(
        eq(demandPoint.placeId, id),
        eq(demandPoint.version, version),
        or(ilike(demandPoint.street, `${literal}%`), ilike(demandPoint.street, `% ${literal}%`)),
      ),
    )
    .groupBy(demandPoint.street, ward.name, ward.code)
    .orderBy(sql`${demandPoint.street} not ilike ${`${literal}%`}`, asc(demandPoint.street), asc(ward.name))
    .limit(MOST);
  return rows.flatMap(({ label, ...row }) => (label === null ? [] : [{ kind: "street" as const, label, ...row }]));
}

/**
 * Wards, postcodes and streets that the words could mean, at most ten.
 *
 * Words that look like a postcode find postcodes first; spaces and capitals do not matter in one.
 */
export async function findInPlace(db: Db, at: PlaceVersion, words: string): Promise<SearchResult[]> {
  const postcodes = looksLikePostcode(words) ? await postcodesFrom(db, at, words) : [];
  const [wards, streets] = await Promise.all([wardsNamed(db, at, words), streetsNamed(db, at, words)]);
  return [...postcodes, ...wards, ...streets].slice(0, MOST);
}
