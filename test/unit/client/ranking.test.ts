import { rankWards, targetToTry, totalGap } from "@needs-map/client/analysis/ranking";
import type { GapResult } from "@needs-map/shared/domain/gap/result";
import { describe, expect, test } from "vitest";

const zeros = () => new Float64Array(3);
const total = {
  people: 0,
  group: 0,
  supply: 0,
  short: 30,
  low: 0,
  high: 0,
  shortOutOfReach: 0,
  shortNotEnough: 0,
  outOfReach: 70,
  reach: 0,
  coverage: 0,
  access: 0,
  cost: 1.1,
  nearestMinutes: 0,
  need: 0,
};
const result = (wards: Partial<GapResult["wards"]>): GapResult => ({
  wards: {
    people: zeros(),
    group: zeros(),
    supply: zeros(),
    short: zeros(),
    low: zeros(),
    high: zeros(),
    shortOutOfReach: zeros(),
    shortNotEnough: zeros(),
    outOfReach: zeros(),
    reach: zeros(),
    reachLow: zeros(),
    reachHigh: zeros(),
    coverage: zeros(),
    access: zeros(),
    cost: zeros(),
    nearestMinutes: zeros(),
    need: zeros(),
    ...wards,
  },
  total,
  servicesWithoutCapacity: 0,
  servicesHalfWeight: 0,
  missingIndicators: [],
  areasWithoutNeed: 0,
  crowdingGap: Number.NaN,
});
const names = ["Priory", "Abbey", "Market"].map((name, row) => ({ code: `W${row}`, name }));

describe("wards in order of their gap", () => {
  test("the biggest gap comes first and equal gaps go by name", () => {
    const ranked = rankWards(result({ short: Float64Array.of(10, 10, 20) }), "share", names);
    expect(ranked.map(({ name, rank, row }) => [name, rank, row])).toEqual([
      ["Market", 1, 2],
      ["Abbey", 2, 1],
      ["Priory", 3, 0],
    ]);
  });

  test("a gap that cannot be said comes last", () => {
    const ranked = rankWards(result({ short: Float64Array.of(Number.NaN, 0, 1) }), "2sfca", names);
    expect(ranked.at(-1)).toMatchObject({ name: "Priory", rank: null });
  });

  test("can reach ranks people out of reach, with its range turned about", () => {
    const wards = {
      group: Float64Array.of(100, 100, 100),
      outOfReach: Float64Array.of(50, 20, 0),
      reachLow: Float64Array.of(0.4, 0.7, 1),
      reachHigh: Float64Array.of(0.75, 0.9, 1),
    };
    const [first] = rankWards(result(wards), "reach", names);
    expect(first).toMatchObject({ name: "Priory", value: 50, low: 25, high: 60 });
    expect(totalGap(result(wards), "reach")).toBe(70);
  });

  test("RAAM ranks the cost, the dearest first, without a range, and its whole is the mean", () => {
    const wards = { cost: Float64Array.of(0.9, Number.NaN, 1.4), outOfReach: Float64Array.of(50, 20, 0) };
    const ranked = rankWards(result(wards), "raam", names);
    expect(ranked.map(({ name, value, low }) => [name, value, low])).toEqual([
      ["Market", 1.4, Number.NaN],
      ["Priory", 0.9, Number.NaN],
      ["Abbey", Number.NaN, Number.NaN],
    ]);
    expect(totalGap(result(wards), "raam")).toBe(1.1);
  });
});

describe("a target to try when every ward meets the present one", () => {
  test("lies above the ward with least access, so that some ward is sure to miss it", () => {
    const met = result({ access: Float64Array.of(0.153, 0.112, 0.2) });
    const tried = targetToTry(met, 10, 100);
    expect(tried).toBe(12);
    expect(tried).toBeGreaterThan(11.2);
  });

  test("is never at or below the target that was asked", () => {
    expect(targetToTry(result({ access: Float64Array.of(0.01, 0.02, 0.03) }), 10, 100)).toBeGreaterThan(10);
  });

  test("is not offered when no ward has people", () => {
    expect(targetToTry(result({ access: new Float64Array(3).fill(Number.NaN) }), 10, 100)).toBeNull();
  });
});
