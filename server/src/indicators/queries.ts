import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { indicator, indicatorValue, sourceFile, vintage, vintageValue, wardValue } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";

/** The indicators in the order of the recipe, each with the title of its source. */
export const listIndicators = (db: Db, { id, version }: PlaceVersion) =>
  db
    .select({
      id: indicator.id,
      title: indicator.title,
      unit: indicator.unit,
      theme: indicator.theme,
      higherIsMoreNeed: indicator.higherIsMoreNeed,
      vintage: indicator.vintage,
      source: sourceFile.title,
      sourceId: indicator.sourceId,
      of: indicator.of,
      carriedFrom: indicator.carriedFrom,
      widerName: indicator.widerName,
      widerMean: indicator.widerMean,
      widerAreas: indicator.widerAreas,
    })
    .from(indicator)
    .innerJoin(
      sourceFile,
      and(
        eq(sourceFile.placeId, indicator.placeId),
        eq(sourceFile.version, indicator.version),
        eq(sourceFile.id, indicator.sourceId),
      ),
    )
    .where(and(eq(indicator.placeId, id), eq(indicator.version, version)))
    .orderBy(asc(indicator.seq));

/** Every value by indicator and then by small area. */
export async function indicatorValues(
  db: Db,
  { id, version }: PlaceVersion,
): Promise<Map<string, Map<string, number | null>>> {
  const rows = await db
    .select({ id: indicatorValue.indicatorId, area: indicatorValue.areaCode, value: indicatorValue.value })
    .from(indicatorValue)
    .where(and(eq(indicatorValue.placeId, id), eq(indicatorValue.version, version)))
    .orderBy(asc(indicatorValue.indicatorId), asc(indicatorValue.areaCode));
  const values = new Map<string, Map<string, number | null>>();
  for (const { id: indicatorId, area, value } of rows) {
    const ofIndicator = values.get(indicatorId) ?? new Map<string, number | null>();
    values.set(indicatorId, ofIndicator.set(area, value));
  }
  return values;
}

/** How many each value is a share of, by indicator and then by small area or ward; those that are no shares are not here. */
export async function countedOf(db: Db, { id, version }: PlaceVersion): Promise<Map<string, Map<string, number>>> {
  const ofAreas = db
    .select({ id: indicatorValue.indicatorId, unit: indicatorValue.areaCode, counted: indicatorValue.counted })
    .from(indicatorValue)
    .where(and(eq(indicatorValue.placeId, id), eq(indicatorValue.version, version), isNotNull(indicatorValue.counted)));
  const ofWards = db
    .select({ id: wardValue.indicatorId, unit: wardValue.wardCode, counted: wardValue.counted })
    .from(wardValue)
    .where(and(eq(wardValue.placeId, id), eq(wardValue.version, version), isNotNull(wardValue.counted)));
  const all = new Map<string, Map<string, number>>();
  for (const { id: indicatorId, unit, counted } of [...(await ofAreas), ...(await ofWards)]) {
    const ofIndicator = all.get(indicatorId) ?? new Map<string, number>();
    all.set(indicatorId, ofIndicator.set(unit, counted ?? 0));
  }
  return all;
}

/** Every value that is kept for wards, by indicator and then by ward. */
export async function wardValues(
  db: Db,
  { id, version }: PlaceVersion,
): Promise<Map<string, Map<string, number | null>>> {
  const rows = await db
    .select({ id: wardValue.indicatorId, ward: wardValue.wardCode, value: wardValue.value })
    .from(wardValue)
    .where(and(eq(wardValue.placeId, id), eq(wardValue.version, version)))
    .orderBy(asc(wardValue.indicatorId), asc(wardValue.wardCode));
  const values = new Map<string, Map<string, number | null>>();
  for (const { id: indicatorId, ward, value } of rows) {
    const ofIndicator = values.get(indicatorId) ?? new Map<string, number | null>();
    values.set(indicatorId, ofIndicator.set(ward, value));
  }
  return values;
}

/** An indicator at another date, a value a small area of today. */
export interface AreaVintage {
  readonly indicatorId: string;
  readonly year: number;
  readonly unit: string;
  readonly higherIsMoreNeed: boolean;
  readonly compare: "values" | "places";
  readonly sourceId: string;
  readonly carriedFrom: number | null;
  readonly areas: ReadonlyMap<string, number | null>;
}

/** The other dates of the indicators, oldest first, with their values. */
export async function vintagesOf(db: Db, { id, version }: PlaceVersion): Promise<AreaVintage[]> {
  const [vintages, values] = await Promise.all([
    db
      .select({
        indicatorId: vintage.indicatorId,
        year: vintage.year,
        unit: vintage.unit,
        higherIsMoreNeed: vintage.higherIsMoreNeed,
        compare: vintage.compare,
        sourceId: vintage.sourceId,
        carriedFrom: vintage.carriedFrom,
      })
      .from(vintage)
      .where(and(eq(vintage.placeId, id), eq(vintage.version, version)))
      .orderBy(asc(vintage.indicatorId), asc(vintage.year)),
    db
      .select({
        id: vintageValue.indicatorId,
        year: vintageValue.year,
        area: vintageValue.areaCode,
        value: vintageValue.value,
      })
      .from(vintageValue)
      .where(and(eq(vintageValue.placeId, id), eq(vintageValue.version, version))),
  ]);
  const areas = new Map(vintages.map(({ indicatorId, year }) => [`${indicatorId} ${year}`, new Map()]));
  for (const { id: indicatorId, year, area, value } of values) areas.get(`${indicatorId} ${year}`)?.set(area, value);
  return vintages.map((one) => ({ ...one, areas: areas.get(`${one.indicatorId} ${one.year}`) ?? new Map() }));
}
