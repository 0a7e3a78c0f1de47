import { type TrendLine, type TrendPoint, trendSentence } from "@needs-map/client/features/wards/trend-lines";
import { alikeFigure, type WardFact } from "@needs-map/client/features/wards/ward-facts";
import type { Ward } from "@needs-map/shared/contract/ward";
import { describe, expect, test } from "vitest";

const point = (year: number, rank: number, worst: boolean | null, value = rank): TrendPoint => ({
  year,
  value,
  average: 10,
  rank: Number.isNaN(value) ? null : rank,
  of: 24,
  worst,
  fifth: 5,
  show: (shown) => `${shown}%`,
});
const line = (points: TrendPoint[], more: Partial<TrendLine>) =>
  ({ compare: "places", points, run: 0, brokenBy: null, ...more }) as TrendLine;
const told = (points: TrendPoint[], more: Partial<TrendLine>) => trendSentence(line(points, more), "Wendmere");

describe("a ward over the years, in a sentence", () => {
  test("has its place then and now, and for how long it has been in the worst fifth", () => {
    expect(told([point(2015, 3, true), point(2019, 2, true), point(2025, 1, true)], { run: 3 })).toBe(
      "Its need was the 3rd highest of 24 wards in 2015 and is the highest in 2025. It has been in the worst fifth of wards for 3 periods in a row (2015, 2019 and 2025).",
    );
    expect(told([point(2019, 9, false), point(2025, 4, true)], { run: 1 })).toContain(
      "It is in the worst fifth of wards in 2025. It was not the time before.",
    );
    expect(told([point(2019, 2, true), point(2025, 9, false)], {})).toContain(
      "no longer in the worst fifth of wards, as it was in 2019",
    );
    expect(told([point(2019, 9, false), point(2025, 9, false)], {})).toBe(
      "Its need is the 9th highest of 24 wards in 2025, as in 2019. It has not been in the worst fifth of wards.",
    );
  });

  test("has values where they can be compared, and names the year that is not known", () => {
    const points = [point(2021, 2, true, 33.5), point(2023, 0, null, Number.NaN), point(2025, 2, true, 35.2)];
    expect(told(points, { compare: "values", run: 1, brokenBy: 2023 })).toBe(
      "33.5% in 2021, 35.2% in 2025; Wendmere 10%, then 10%. It is in the worst fifth of wards in 2025. 2023 is not known, so it may be longer.",
    );
    expect(told([point(2021, 2, null), point(2025, 2, null)], {})).toContain(
      "Whether it is in the worst fifth of wards in 2025 cannot be said.",
    );
    expect(told([point(2021, 0, null, Number.NaN)], {})).toContain("no date has a figure of this ward");
  });
});

test("the wards most like one are told by the mean of their people, their lowest and highest", () => {
  const wards = [
    { code: "A", people: 100 },
    { code: "B", people: 300 },
    { code: "C", people: 100 },
    { code: "D", people: 900 },
  ] as Ward[];
  const fact = { values: [10, 20, Number.NaN, 99] } as unknown as WardFact;
  expect(alikeFigure(fact, wards, ["A", "B", "C"])).toEqual({ mean: 17.5, low: 10, high: 20 });
  expect(alikeFigure(fact, wards, ["C"])).toBeNull();
});
