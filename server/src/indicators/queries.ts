import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { indicator, indicatorValue, sourceFile, wardValue } from "../db/schema.ts";
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
      of: indicator.of,
      carriedFrom: indicator.carriedFrom,
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
