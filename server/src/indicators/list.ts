import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { Db } from "../db/connect.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { cellPeople } from "../wards/queries.ts";
import { countedInWards, shareInterval } from "./intervals.ts";
import { weightedMean } from "./means.ts";
import { countedOf, indicatorValues, listIndicators, wardValues } from "./queries.ts";

/**
 * The indicators of a place: a value a small area, and the population-weighted means of wards and of the place. One that
 * is kept for wards alone has the wards' own values.
 */
export async function indicatorsOf(db: Db, at: PlaceVersion): Promise<Indicator[]> {
  const [indicators, values, ofWards, counts, cells] = await Promise.all([
    listIndicators(db, at),
    indicatorValues(db, at),
    wardValues(db, at),
    countedOf(db, at),
    cellPeople(db, at),
  ]);
  const codes = [...new Set(cells.map(({ ward }) => ward))];
  const peopleIn = (code: string) => cells.reduce((sum, { ward, people: here }) => sum + (ward === code ? here : 0), 0);
  return indicators.map((indicator) => {
    const counted = counts.get(indicator.id);
    if (indicator.of === "wards") {
      const own = ofWards.get(indicator.id) ?? new Map<string, number | null>();
      const weighted = [...own].map(([code, value]) => ({ people: peopleIn(code), value }));
      return {
        ...indicator,
        areas: {},
        wards: Object.fromEntries(own),
        intervals: intervals(own, counted),
        place: weightedMean(weighted),
      };
    }
    const ofArea = values.get(indicator.id) ?? new Map<string, number | null>();
    const weighted = cells.map(({ ward, area, people }) => ({ ward, people, value: ofArea.get(area ?? "") ?? null }));
    const wards = new Map(
      codes.map((code) => [code, weightedMean(weighted.filter(({ ward }) => ward === code))] as const),
    );
    return {
      ...indicator,
      areas: Object.fromEntries(ofArea),
      wards: Object.fromEntries(wards),
      intervals: intervals(wards, counted && countedInWards(cells, counted)),
      place: weightedMean(weighted),
    };
  });
}

const intervals = (wards: ReadonlyMap<string, number | null>, counted: ReadonlyMap<string, number> | undefined) =>
  counted ? Object.fromEntries([...wards].map(([code, value]) => [code, shareInterval(value, counted.get(code))])) : {};
