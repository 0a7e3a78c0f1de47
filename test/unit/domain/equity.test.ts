import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import { equity } from "@needs-map/shared/domain/gap/equity";
import { whyUnsaid } from "@needs-map/shared/domain/gap/equity-reasons";
import { fifthsOf } from "@needs-map/shared/domain/gap/fifths";
import { type GapSettings, METHODS } from "@needs-map/shared/domain/gap/settings";
import { AGES, type PlaceArrays, type ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import { describe, expect, test } from "vitest";
import { randomPlace } from "./random-place.ts";

const settings: GapSettings = {
  method: "ratio",
  mode: "walk",
  minutes: 15,
  unit: "places",
  target: 20,
  ageFrom: 0,
  ageTo: 90,
  weights: { imd: 100 },
  uplift: 0,
  decay: null,
};

const array = (...values: number[]) => Float64Array.from(values);
const accessOf = (people: number[], access: number[], score: number[]) =>
  fifthsOf({ people: array(...people), access: array(...access), target: array() }, array(...score)).map((fifth) =>
    Number(fifth.access.toFixed(12)),
  );

describe("fifths of the people by deprivation", () => {
  test("a small area that a cut goes through is split by its people, the most deprived first", () => {
    expect(accessOf([10, 25, 15], [2, 4, 1], [2, 1, 3])).toEqual([1, 1.5, 3, 4, 4]);
  });

  test("areas of one score are taken together, whatever their order", () => {
    expect(accessOf([15, 10, 25], [1, 2, 4], [2, 2, 1])).toEqual([1.4, 1.4, 2.7, 4, 4]);
    expect(accessOf([10, 15, 25], [2, 1, 4], [2, 2, 1])).toEqual([1.4, 1.4, 2.7, 4, 4]);
  });

  test("areas without people, score or access take no part", () => {
    expect(accessOf([5, 0, 9, 7], [1, 8, 8, Number.NaN], [1, 9, Number.NaN, 4])).toEqual([1, 1, 1, 1, 1]);
  });
});

/** Two wards of one small area and one point each: 30 people and 3 places, 10 people and 4 places; all aged 10. */
function twoWards(capacities = [3, 4]): { place: PlaceArrays; services: ServiceArrays } {
  const cellPeople = new Float64Array(2 * AGES);
  cellPeople[10] = 30;
  cellPeople[AGES + 10] = 10;
  return {
    place: {
      wards: ["W0", "W1"],
      areas: ["A0", "A1"],
      people: {
        lon: array(-2.3, -2.2),
        lat: array(53.4, 53.4),
        ward: Int32Array.of(0, 1),
        area: Int32Array.of(0, 1),
        cell: Int32Array.of(0, 1),
        cellPeople,
      },
      indicators: [{ id: "imd", values: array(40, 10), higherIsMoreNeed: true }],
    },
    services: {
      lon: array(-2.3, -2.2),
      lat: array(53.4, 53.4),
      capacity: array(...capacities),
      confidence: array(1, 1),
      ward: Int32Array.of(0, 1),
      form: Int32Array.of(-1, -1),
      neighboursKnown: true,
    },
  };
}

describe("how evenly access is spread", () => {
  const { place, services } = twoWards();
  const imd = place.indicators[0] ?? null;
  const told = equity(createGapEngine(place, services), settings, imd);

  test("is what it comes to by hand", () => {
    expect(told.all).toEqual({ people: 40, access: 7 / 40 });
    const fifths = told.fifths.map(({ access }) => access);
    for (const [part, access] of [0.1, 0.1, 0.1, 0.175, 0.4].entries()) expect(fifths[part]).toBeCloseTo(access, 12);
    expect(told.gini).toBeCloseTo(9 / 28, 12);
    expect(told.concentration).toBeCloseTo(9 / 28, 12);
    expect(told.palma).toBeCloseTo(4, 12);
    expect([told.below, told.depth, told.severity].map((value) => Number(value.toFixed(12)))).toEqual([
      0.75, 0.375, 0.1875,
    ]);
    expect(told.lorenz).toHaveLength(3);
    expect(told.lorenz[1]?.[0]).toBeCloseTo(0.75, 12);
    expect(told.lorenz[1]?.[1]).toBeCloseTo(3 / 7, 12);
    expect(told.concentrationCurve).toEqual(told.lorenz);
  });

  test("each age group is asked about alone, and one that nobody is in cannot be said", () => {
    expect(told.ages.map(({ from, to, people }) => [from, to, people])).toEqual([
      [0, 15, 40],
      [16, 64, 0],
      [65, 90, 0],
    ]);
    expect(told.ages[0]?.access).toBeCloseTo(7 / 40, 12);
    expect(told.ages[1]?.access).toBeNaN();
    expect(Object.keys(whyUnsaid(told))).toEqual(["ages"]);
  });

  test("a measure where lower is more need turns the order round", () => {
    const turned = equity(createGapEngine(place, services), settings, {
      values: array(10, 40),
      higherIsMoreNeed: false,
    });
    expect(turned.fifths).toEqual(told.fifths);
    expect(turned.concentration).toBe(told.concentration);
  });

  test("without a measure of deprivation the fifths cannot be said, and the reason is told", () => {
    const without = equity(createGapEngine(place, services), settings, null);
    expect(without.fifths).toEqual([]);
    expect(without.gini).toBe(told.gini);
    expect(without.withoutScore).toBe(40);
    expect(whyUnsaid(without)).toMatchObject({
      fifths: "No deprivation of small areas is known here.",
      palma: "No deprivation of small areas is known here.",
      concentration: "No deprivation of small areas is known here.",
    });
  });

  test("when nobody has any there is nothing to share out", () => {
    const empty = twoWards([0, 0]);
    const none = equity(createGapEngine(empty.place, empty.services), settings, imd);
    expect([none.gini, none.palma, none.concentration]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([none.lorenz, none.concentrationCurve]).toEqual([[], []]);
    expect(none.below).toBe(1);
    expect(whyUnsaid(none).gini).toBe("Nobody has any, so there is nothing to share out.");
  });

  test("when the most deprived have none the Palma ratio alone cannot be said", () => {
    const uneven = twoWards([0, 4]);
    const some = equity(createGapEngine(uneven.place, uneven.services), settings, imd);
    expect(some.palma).toBeNaN();
    expect(some.gini).toBeCloseTo(0.75, 12);
    expect(whyUnsaid(some).palma).toBe("The most deprived four tenths have none to compare with.");
  });

  test("nobody of these ages, and no cost without services, are told", () => {
    const nobody = equity(createGapEngine(place, services), { ...settings, ageFrom: 30, ageTo: 40 }, imd);
    expect(new Set(Object.values(whyUnsaid(nobody)))).toContain("Nobody of these ages lives here.");
    const empty = twoWards([0, 0]);
    const cost = equity(createGapEngine(empty.place, empty.services), { ...settings, method: "raam" }, imd);
    expect(cost.all.access).toBeNaN();
    expect(whyUnsaid(cost).gini).toBe("There is no service with anything to offer, so no cost is known.");
  });
});

describe("access of small areas", () => {
  const { place, services } = randomPlace(7, { points: 240, services: 20, wards: 6, areas: 24 });
  const engine = createGapEngine(place, services);

  test.each(METHODS)("its people-weighted mean is the place's own figure (%s)", (method) => {
    const asked = { ...settings, method, ageFrom: 5, ageTo: 30 };
    const { total } = engine.gaps(asked);
    const { all, compared, below } = equity(engine, asked, place.indicators[0] ?? null);
    expect(all.people).toBeCloseTo(total.group, 8);
    expect(all.access).toBeCloseTo(total[compared], 9);
    expect(Number.isNaN(below)).toBe(compared !== "access");
  });

  test("targets are raised by need", () => {
    const { target } = engine.accessByArea({ ...settings, method: "share", uplift: 0.5 });
    const known = [...target].filter((value) => !Number.isNaN(value));
    expect(Math.min(...known)).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...known)).toBeGreaterThan(0.21);
    expect(Math.max(...known)).toBeLessThanOrEqual(0.3);
  });
});
