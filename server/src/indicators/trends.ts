import type { Indicator, Trend } from "@needs-map/shared/contract/indicator";
import { persistence } from "@needs-map/shared/domain/need/persistence";
import { yearOf } from "@needs-map/shared/domain/need/year-of";

export type TrendPeriod = Omit<Trend["periods"][number], "worst">;

/** An indicator at another date, by ward. */
export interface WardVintage extends TrendPeriod {
  readonly compare: Trend["compare"];
}

/**
 * An indicator at each date that it is known of, with the wards of each worst fifth and how long each has been there.
 *
 * @param codes    every ward of the place, in one order
 * @param vintages other dates of it; one of the figure's own year stands for the figure itself
 * @returns null where no other date is known
 */
export function trendOf(
  codes: readonly string[],
  indicator: Pick<Indicator, "vintage" | "unit" | "higherIsMoreNeed" | "sourceId" | "wards" | "place">,
  vintages: readonly WardVintage[],
): Trend | null {
  const year = yearOf(indicator.vintage);
  if (year === null || vintages.length === 0) return null;
  const { unit, higherIsMoreNeed, sourceId, wards, place } = indicator;
  const itself = { year, unit, higherIsMoreNeed, sourceId, carriedFrom: null, wards, place };
  const dates: TrendPeriod[] = vintages.map(({ compare: _, ...period }) => period);
  if (!dates.some((date) => date.year === year)) dates.push(itself);
  dates.sort((a, b) => a.year - b.year);
  if (dates.length < 2) return null;
  const found = persistence(
    dates.map((date) => ({
      values: Float64Array.from(codes, (code) => date.wards[code] ?? Number.NaN),
      higherIsMoreNeed: date.higherIsMoreNeed,
    })),
    codes.length,
  );
  return {
    compare: vintages.some(({ compare }) => compare === "places") ? "places" : "values",
    periods: dates.map((date, at) => {
      const worst = found.worst[at];
      return { ...date, worst: worst ? codes.filter((_, row) => worst[row] === 1) : null };
    }),
    run: Object.fromEntries(codes.map((code, row) => [code, found.run[row] ?? 0])),
    brokenBy: Object.fromEntries(
      codes.flatMap((code, row) => {
        const broken = dates[found.brokenBy[row] ?? -1];
        return broken ? [[code, broken.year] as const] : [];
      }),
    ),
  };
}
