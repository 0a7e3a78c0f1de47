import { type ColourQuestion, wardColours } from "@needs-map/client/cartography/ward-colours";
import type { GapResult, WardGaps } from "@needs-map/shared/domain/gap/result";
import { describe, expect, test } from "vitest";

const codes = ["A", "B", "C", "D", "E", "F"];

function gaps(wards: Partial<WardGaps>): GapResult {
  const none = new Float64Array(codes.length);
  const total = {
    people: 0,
    group: 0,
    supply: 0,
    short: 0,
    low: 0,
    high: 0,
    shortOutOfReach: 0,
    shortNotEnough: 0,
    outOfReach: 0,
    reach: 0,
    coverage: 0,
    access: 0,
    cost: 0,
    nearestMinutes: 0,
    need: 0,
  };
  const rows: WardGaps = {
    people: none,
    group: Float64Array.of(1000, 1000, 1000, 1000, 1000, 1000),
    supply: none,
    short: none,
    low: none,
    high: none,
    shortOutOfReach: none,
    shortNotEnough: none,
    outOfReach: none,
    reach: none,
    reachLow: none,
    reachHigh: none,
    coverage: none,
    access: none,
    cost: none,
    nearestMinutes: none,
    need: none,
    ...wards,
  };
  return {
    wards: rows,
    total,
    servicesWithoutCapacity: 0,
    servicesHalfWeight: 0,
    missingIndicators: [],
    areasWithoutNeed: 0,
    crowdingGap: Number.NaN,
  };
}

const ask = (result: GapResult, changes: Partial<ColourQuestion> = {}) =>
  wardColours({
    by: "short",
    gaps: result,
    codes,
    theme: "light",
    cls: "auto",
    unit: "places",
    method: "share",
    group: "young people",
    say: (key, values) => `${key} ${values?.group} ${values?.per}`,
    ...changes,
  });

const short = Float64Array.of(0, 20, 45, 70, 100, 140);

describe("short", () => {
  test("is coloured by rate, per 100 for places and per 10,000 for sites", () => {
    const result = gaps({ short, low: short, high: short, group: Float64Array.of(500, 500, 500, 500, 500, 2000) });
    expect(ask(result).of.map((ward) => ward.value)).toEqual([0, 4, 9, 14, 20, 7]);
    expect(ask(result, { unit: "sites" }).of[1]?.value).toBe(400);
    expect(ask(result, { unit: "sites" }).title).toBe("map.title.shortSites young people 10000");
  });

  test("a ward whose range crosses two breaks is doubtful, one that reaches only a neighbouring class is not", () => {
    const result = gaps({
      short,
      low: Float64Array.of(0, 18, 30, 70, 85, 140),
      high: Float64Array.of(0, 22, 90, 75, 110, 150),
    });
    const { of } = ask(result, { fixed: [10 / 10, 4, 6, 9] });
    expect(of.map((ward) => ward.doubtful)).toEqual([false, false, true, false, false, false]);
  });

  test("a ward without people of these ages has no figure, no class and its own colour", () => {
    const result = gaps({ short, low: short, high: short, group: Float64Array.of(0, 1000, 1000, 1000, 1000, 1000) });
    const ward = ask(result).byCode.get("A");
    expect(ward?.value).toBeNaN();
    expect(ward?.classIndex).toBe(-1);
    expect(ward?.doubtful).toBe(false);
    expect(ask(result).palette.fills).not.toContain(ward?.fill);
  });

  test("nothing short anywhere gives the lightest colour and one class", () => {
    const colours = ask(gaps({}));
    expect(colours.classes.count).toBe(1);
    expect(new Set(colours.of.map((ward) => ward.fill))).toEqual(new Set(["#fdf0dc"]));
  });

  test("of can reach is the percentage out of reach, with the range of reach turned round", () => {
    const reach = Float64Array.of(0.9, 0.8, 0.5, 0.4, 0.2, 0.1);
    const result = gaps({ reach, reachLow: reach, reachHigh: reach.map((share) => Math.min(1, share + 0.1)) });
    const colours = ask(result, { method: "reach" });
    expect(colours.of[2]?.value).toBeCloseTo(50, 9);
    expect(colours.title).toContain("shortReach");
  });
});

describe("the cost of RAAM", () => {
  const cost = Float64Array.of(0.8, 0.95, 1.1, 1.4, 2.3, Number.NaN);
  const reach = Float64Array.of(1, 0.9, 0.8, 0.5, 0.2, 0);

  test("colours in place of short, the dearest ward darkest, without a range, and says that lower is better", () => {
    const colours = ask(gaps({ cost, reach, reachLow: reach, reachHigh: reach }), { method: "raam" });
    expect(colours.of.map((ward) => ward.value)).toEqual([...cost]);
    expect(colours.of.map((ward) => ward.classIndex)).toEqual([0, 1, 2, 3, 4, -1]);
    expect(colours.of[0]?.fill).toBe("#fdf0dc");
    expect(colours.of[4]?.fill).toBe("#7a2c0a");
    expect(colours.of.some((ward) => ward.doubtful)).toBe(false);
    expect(colours.title).toContain("map.title.cost");
    expect(colours.unitWords).toContain("map.unit.cost");
    expect(colours.digits).toBe(2);
  });

  test("is not cut at 100, and told alike everywhere where it is alike", () => {
    const dear = gaps({ cost: Float64Array.of(90, 120, 150, 180, 220, 250), reach });
    expect(ask(dear, { method: "raam" }).classes.breaks.at(-1)).toBeGreaterThanOrEqual(250);
    const alike = ask(gaps({ cost: new Float64Array(6).fill(1.2), reach }), { method: "raam" });
    expect(alike.classes.count).toBe(1);
  });

  test("leaves coverage to the share in reach, in blue, from little to much", () => {
    const colours = ask(gaps({ cost, reach, reachLow: reach, reachHigh: reach }), { method: "raam", by: "cover" });
    expect(colours.of[0]?.value).toBe(100);
    expect(colours.of[0]?.fill).toBe("#0e4f78");
    expect(colours.title).toContain("map.title.coverReach");
    expect(colours.digits).toBe(1);
  });
});

describe("coverage and need", () => {
  test("coverage is a percentage in blue", () => {
    const colours = ask(gaps({ coverage: Float64Array.of(0.1, 0.3, 0.5, 0.7, 0.9, 1) }), { by: "cover" });
    expect(colours.of[1]?.value).toBeCloseTo(30, 9);
    expect(colours.of[0]?.fill).toBe("#e7f1f6");
    expect(colours.of[5]?.fill).toBe("#0e4f78");
  });

  test("need is told from 0 to 100 and is never doubtful", () => {
    const colours = ask(gaps({ need: Float64Array.of(0.05, 0.3, 0.5, 0.7, 0.9, 1) }), { by: "need", theme: "dark" });
    expect(colours.of[3]?.value).toBeCloseTo(70, 9);
    expect(colours.of.some((ward) => ward.doubtful)).toBe(false);
    expect(colours.of[5]?.fill).toBe("#fde3c2");
  });
});

test("need against coverage paints the strong cell where need is high and coverage low", () => {
  const result = gaps({
    need: Float64Array.of(0.9, 0.8, 0.5, 0.4, 0.2, 0.1),
    coverage: Float64Array.of(0, 0.1, 0.5, 0.6, 1, 0.9),
  });
  const colours = ask(result, { by: "both" });
  expect(colours.of.map((ward) => ward.fill).slice(0, 2)).toEqual(["#9f3409", "#9f3409"]);
  expect(colours.twoWay?.counts).toEqual([0, 0, 2, 0, 2, 0, 2, 0, 0]);
});

test.each(["short", "need", "cover", "both"] as const)("a legend of shares does not end above 100 (%s)", (by) => {
  const share = Float64Array.of(0, 0.02, 0.5, 0.85, 0.986, 1);
  const result = gaps({ reach: share, reachLow: share, reachHigh: share, need: share, coverage: share });
  expect(ask(result, { by, method: "reach" }).classes.breaks.at(-1)).toBe(100);
});
