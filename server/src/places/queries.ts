import type { Bounds, Place, PlaceDetail } from "@needs-map/shared/contract/place";
import type { Fault, Source } from "@needs-map/shared/contract/source";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { asGeoJson } from "../db/geometry.ts";
import {
  basemapFeature,
  cell,
  dataVersion,
  demandPoint,
  fault,
  place,
  smallArea,
  sourceFile,
  ward,
} from "../db/schema.ts";
import type { PlaceVersion } from "./current-versions.ts";
import { neighboursDateOf, peopleOf } from "./people-date.ts";
import { listVersions } from "./versions.ts";

const counted = (table: typeof ward | typeof smallArea): SQL<number> =>
  sql<number>`(select count(*)::int from ${table} t where t.place_id = ${place.id} and t.version = ${place.currentVersion})`;

const ofCurrent = sql`t.place_id = ${place.id} and t.version = ${place.currentVersion}`;

const bounds = sql<Bounds>`(
  select json_build_array(ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e))
  from (select ST_Extent(t.geom) as e from ${ward} t where ${ofCurrent}) extent
)`;

const people = (where: SQL) => sql<number>`(
  select coalesce(sum(age.people), 0)::float8
  from ${cell} t cross join lateral unnest(t.people) as age(people) where ${ofCurrent} and ${where}
)`;

const placeRows = (db: Db, only?: SQL) =>
  db
    .select({
      id: place.id,
      name: place.name,
      sample: place.sample,
      code: place.code,
      attribution: place.attribution,
      bounds,
      dataVersion: dataVersion.version,
      readyAt: dataVersion.readyAt,
      wards: counted(ward),
      smallAreas: counted(smallArea),
      demandPoints: sql<number>`(select count(*)::int from ${demandPoint} t where ${ofCurrent} and t.ward_code is not null)`,
      people: people(sql`t.ward_code is not null`),
      neighbourPeople: people(sql`t.ward_code is null`),
      recipe: dataVersion.recipe,
      needWeights: place.needWeights,
    })
    .from(place)
    .innerJoin(dataVersion, and(eq(dataVersion.placeId, place.id), eq(dataVersion.version, place.currentVersion)))
    .where(only)
    .orderBy(asc(place.name));

type PlaceRow = Awaited<ReturnType<typeof placeRows>>[number];

/** Twelve significant digits: what binary fractions leave at the end of a sum is no figure. */
const clean = (value: number) => Number(value.toPrecision(12));

const asPlace = ({ readyAt, recipe, neighbourPeople, ...row }: PlaceRow): Place => ({
  ...row,
  people: clean(row.people),
  loadedAt: (readyAt ?? new Date(0)).toISOString(),
  ...peopleOf(recipe),
  neighbours: neighbourPeople > 0 ? { people: clean(neighbourPeople), date: neighboursDateOf(recipe) } : null,
});

/** Every place with data, by name. */
export const listPlaces = async (db: Db): Promise<Place[]> => (await placeRows(db)).map(asPlace);

/** One place with the files it was built from and the faults found in them. */
export async function findPlace(db: Db, id: string): Promise<PlaceDetail | null> {
  const [row] = await placeRows(db, eq(place.id, id));
  if (!row) return null;
  const [sources, faults, versions] = await Promise.all([
    findSources(db, id, row.dataVersion),
    findFaults(db, id, row.dataVersion),
    listVersions(db, id, row.dataVersion),
  ]);
  return { ...asPlace(row), sources, faults, versions, missing: row.recipe.missing ?? [] };
}

const findSources = (db: Db, id: string, version: number): Promise<Source[]> =>
  db
    .select({
      id: sourceFile.id,
      title: sourceFile.title,
      publisher: sourceFile.publisher,
      licence: sourceFile.licence,
      vintage: sourceFile.vintage,
      url: sourceFile.url,
      note: sourceFile.note,
      path: sourceFile.path,
      sha256: sourceFile.sha256,
      rows: sourceFile.rows,
      role: sourceFile.role,
      due: sourceFile.due,
      wardsMatched: sourceFile.wardsMatched,
    })
    .from(sourceFile)
    .where(and(eq(sourceFile.placeId, id), eq(sourceFile.version, version)))
    .orderBy(asc(sourceFile.role), asc(sourceFile.id));

const findFaults = (db: Db, id: string, version: number): Promise<Fault[]> =>
  db
    .select({ file: fault.file, row: fault.row, field: fault.field, reason: fault.reason })
    .from(fault)
    .where(and(eq(fault.placeId, id), eq(fault.version, version)))
    .orderBy(asc(fault.seq));

/** What is drawn beneath the wards, in the order of the file; shapes as GeoJSON text. */
export const basemapShapes = (db: Db, { id, version }: PlaceVersion) =>
  db
    .select({
      seq: basemapFeature.seq,
      kind: basemapFeature.kind,
      name: basemapFeature.name,
      shape: asGeoJson(basemapFeature.geom),
    })
    .from(basemapFeature)
    .where(and(eq(basemapFeature.placeId, id), eq(basemapFeature.version, version)))
    .orderBy(asc(basemapFeature.seq));
