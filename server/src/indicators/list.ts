import type { Indicator, Interval } from "@needs-map/shared/contract/indicator";
import type { Db } from "../db/connect.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { cellPeople } from "../wards/queries.ts";
import { countedInWards, shareInterval } from "./intervals.ts";
import { weightedMean } from "./means.ts";
import { countedOf, indicatorValues, listIndicators, vintagesOf, wardValues } from "./queries.ts";
import { trendOf } from "./trends.ts";

/**
 * The indicators of a place: a value a small area, the population-weighted means of wards and of the place, and the other
 * dates that each is known of. One that is kept for wards alone has the wards' own values.
 */
export async function indicatorsOf(db: Db, at: PlaceVersion): Promise<Indicator[]> {
  const [indicators, values, ofWards, counts, vintages, cells] = await Promise.all([
    listIndicators(db, at),
    indicatorValues(db, at),
    wardValues(db, at),
    countedOf(db, at),
    vintagesOf(db, at),
    cellPeople(db, at),
  ]);
  const codes = [...new Set(cells.map(({ ward }) => ward))];
  const cellsOf = new Map(codes.map((code) => [code, cells.filter(({ ward }) => ward === code)]));
  const peopleIn = (code: string) => (cellsOf.get(code) ?? []).reduce((sum, { people }) => sum + people, 0);
  const meanOf = (some: readonly (typeof cells)[number][], ofArea: ReadonlyMap<string, number | null>) =>
    weightedMean(some.map(({ area, people }) => ({ people, value: ofArea.get(area ?? "") ?? null })));
  const fromAreas = (ofArea: ReadonlyMap<string, number | null>) => ({
    wards: new Map(codes.map((code) => [code, meanOf(cellsOf.get(code) ?? [], ofArea)] as const)),
    place: meanOf(cells, ofArea),
  });
  return indicators.map(({ widerName, widerMean, widerAreas, ...indicator }) => {
    const counted = counts.get(indicator.id);
    const ofArea = values.get(indicator.id) ?? new Map<string, number | null>();
    const ofWard = ofWards.get(indicator.id) ?? new Map<string, number | null>();
    const { wards, place } =
      indicator.of === "small-areas"
        ? fromAreas(ofArea)
        : {
            wards: ofWard,
            place: weightedMean([...ofWard].map(([code, value]) => ({ people: peopleIn(code), value }))),
          };
    const inWards = counted && (indicator.of === "small-areas" ? countedInWards(cells, counted) : counted);
    const told = { ...indicator, wards: Object.fromEntries(wards), place };
    const dates = vintages
      .filter(({ indicatorId }) => indicatorId === indicator.id)
      .map(({ indicatorId: _, areas, ...vintage }) => {
        const means = fromAreas(areas);
        return { ...vintage, wards: Object.fromEntries(means.wards), place: means.place };
      });
    return {
      ...told,
      areas: indicator.of === "small-areas" ? Object.fromEntries(ofArea) : {},
      ...intervalsOf(wards, place, inWards),
      wider:
        widerName !== null && widerMean !== null && widerAreas !== null
          ? { name: widerName, mean: widerMean, areas: widerAreas }
          : null,
      trend: trendOf(codes, told, dates),
    };
  });
}

/** The intervals of wards and of the place, for shares of counts. */
function intervalsOf(
  wards: ReadonlyMap<string, number | null>,
  place: number | null,
  counted: ReadonlyMap<string, number> | undefined,
): { intervals: Record<string, Interval>; placeInterval: Interval } {
  if (!counted) return { intervals: {}, placeInterval: null };
  const all = [...counted.values()].reduce((sum, count) => sum + count, 0);
  return {
    intervals: Object.fromEntries([...wards].map(([code, value]) => [code, shareInterval(value, counted.get(code))])),
    placeInterval: shareInterval(place, all),
  };
}
