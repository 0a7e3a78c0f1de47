import { disagreeing, kendallsW } from "@needs-map/shared/domain/stats/agreement";
import {
  concentration,
  concentrationCurve,
  fosterGreerThorbecke,
  fractionalRank,
  gini,
  lorenz,
  palma,
} from "@needs-map/shared/domain/stats/inequality";
import { byar, wilson } from "@needs-map/shared/domain/stats/intervals";
import { shrunkRates } from "@needs-map/shared/domain/stats/shrinkage";
import { similarUnits } from "@needs-map/shared/domain/stats/similar";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const of = (...values: number[]) => Float64Array.from(values);
const rows = fc.array(fc.record({ value: fc.integer({ min: 0, max: 50 }), people: fc.integer({ min: 1, max: 40 }) }), {
  minLength: 2,
  maxLength: 12,
});

describe("inequality", () => {
  test("the Gini is half the mean difference between any two people over the mean", () => {
    fc.assert(
      fc.property(rows, (units) => {
        const everyone = units.flatMap(({ value, people }) => new Array<number>(people).fill(value));
        const mean = everyone.reduce((sum, value) => sum + value, 0) / everyone.length;
        const apart = everyone.reduce(
          (sum, one) => sum + everyone.reduce((all, other) => all + Math.abs(one - other), 0),
          0,
        );
        const found = gini({
          values: Float64Array.from(units, ({ value }) => value),
          people: Float64Array.from(units, ({ people }) => people),
        });
        if (mean === 0) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(apart / everyone.length ** 2 / (2 * mean), 9);
      }),
    );
  });

  test("everyone alike is 0, one with all of it is nearly 1, and missing values take no part", () => {
    expect(gini({ values: of(3, 3, 3), people: of(5, 1, 9) })).toBeCloseTo(0, 12);
    expect(gini({ values: of(0, 7), people: of(99, 1) })).toBeCloseTo(0.99, 12);
    expect(gini({ values: of(3, Number.NaN, 3), people: of(5, 100, 5) })).toBeCloseTo(0, 12);
    expect(gini({ values: of(0, 0), people: of(5, 5) })).toBeNaN();
    expect(lorenz({ values: of(1, 3), people: of(1, 1) })).toEqual([
      [0, 0],
      [0.5, 0.25],
      [1, 1],
    ]);
  });

  test("concentration is one minus twice the area under its curve, positive where the better-off have more", () => {
    const weighted = { values: of(1, 2, 3, 6), people: of(10, 20, 30, 5) };
    const rank = fractionalRank(of(-40, -30, -20, -10), weighted.people);
    const curve = concentrationCurve(weighted, rank);
    let area = 0;
    for (let k = 1; k < curve.length; k++) {
      const [[x0 = 0, y0 = 0] = [], [x = 0, y = 0] = []] = [curve[k - 1], curve[k]];
      area += ((x - x0) * (y + y0)) / 2;
    }
    expect(concentration(weighted, rank)).toBeCloseTo(1 - 2 * area, 12);
    expect(concentration(weighted, rank)).toBeGreaterThan(0);
    expect(concentration({ values: of(0, 0), people: of(1, 1) }, of(0.25, 0.75))).toBeNaN();
  });

  test("tied units share one place in the order of people", () => {
    expect([...fractionalRank(of(5, 1, 5, Number.NaN), of(2, 4, 2, 9))]).toEqual([0.75, 0.25, 0.75, Number.NaN]);
  });

  test("the Palma ratio splits a unit that a cut goes through", () => {
    const people = of(50, 50);
    expect(palma({ values: of(2, 8), people }, of(30, 10))).toBeCloseTo(4, 12);
    expect(palma({ values: of(2, 8), people: of(20, 80) }, of(30, 10))).toBeCloseTo(8 / 5, 12);
    expect(palma({ values: of(0, 8), people }, of(30, 10))).toBeNaN();
  });

  test("Foster, Greer and Thorbecke count, add up and square what is missing", () => {
    const weighted = { values: of(5, 10, 0, 3), people: of(10, 30, 40, 20) };
    const target = of(10, 10, 10, 0);
    expect(fosterGreerThorbecke(weighted, target, 0)).toBeCloseTo(50 / 80, 12);
    expect(fosterGreerThorbecke(weighted, target, 1)).toBeCloseTo(45 / 80, 12);
    expect(fosterGreerThorbecke(weighted, target, 2)).toBeCloseTo(42.5 / 80, 12);
  });
});

describe("intervals", () => {
  test("Wilson's are those of his formula, hold at both ends, and cannot be said of nothing", () => {
    const [low, high] = wilson(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
    expect(wilson(0, 20)[0]).toBe(0);
    expect(wilson(20, 20)[1]).toBe(1);
    expect(wilson(0, 0)).toEqual([Number.NaN, Number.NaN]);
  });

  test("counts below 10 have exact Poisson limits, others Byar's", () => {
    const limits: [number, number, number][] = [
      [0, 0, 3.6889],
      [1, 0.0253, 5.5716],
      [5, 1.6235, 11.6683],
      [9, 4.1154, 17.0848],
    ];
    for (const [count, low, high] of limits) {
      expect(byar(count)[0]).toBeCloseTo(low, 3);
      expect(byar(count)[1]).toBeCloseTo(high, 3);
    }
    expect(byar(100)[0]).toBeCloseTo(81.36, 1);
    expect(byar(100)[1]).toBeCloseTo(121.63, 1);
  });
});

describe("shrunk rates", () => {
  test("a small unit is drawn farther to the mean than a large one with the same rate", () => {
    const [few = 0, many = 0, quiet = 0] = shrunkRates(of(2, 200, 50), of(10, 1000, 2000));
    const mean = 252 / 3010;
    expect(Math.abs(few - mean)).toBeLessThan(Math.abs(many - mean));
    expect(many).toBeLessThan(0.2);
    expect(quiet).toBeGreaterThan(0.025);
  });

  test("nothing said anywhere is 0, no people is left out, and rates that differ by chance alone are the mean", () => {
    expect([...shrunkRates(of(0, 0, 5), of(10, 10, 0))]).toEqual([0, 0, Number.NaN]);
    const [a, b] = shrunkRates(of(10, 11), of(1000, 1000));
    expect(a).toBeCloseTo(0.0105, 12);
    expect(b).toBeCloseTo(0.0105, 12);
  });
});

describe("agreement", () => {
  test("the same order is 1, opposite orders of two kinds are 0, and ties are allowed for", () => {
    expect(kendallsW([of(1, 2, 3, 4), of(10, 20, 30, 40)])).toBeCloseTo(1, 12);
    expect(kendallsW([of(1, 2, 3, 4), of(4, 3, 2, 1)])).toBeCloseTo(0, 12);
    expect(kendallsW([of(1, 1, 2), of(5, 5, 9)])).toBeCloseTo(1, 12);
    expect(kendallsW([of(1, 1, 1), of(2, 2, 2)])).toBeNaN();
    expect(kendallsW([of(1, 2, 3)])).toBeNaN();
    expect(kendallsW([of(1, Number.NaN, 3), of(1, 2, 3)])).toBeNaN();
  });

  test("units whose ranks lie more than a third of the list apart are named", () => {
    expect(disagreeing([of(1, 2, 3, 4, 5, 6), of(1, 2, 3, 4, 6, 5)])).toEqual([]);
    expect(disagreeing([of(1, 2, 3, 4, 5, 6), of(6, 2, 3, 4, 5, 1)])).toEqual([0, 5]);
  });
});

test("similar units are the nearest on z-scores, and a feature that never varies plays no part", () => {
  const features = [of(1, 2, 9, 1.1), of(5, 5, 5, 5), of(100, 120, 900, 500)];
  expect(similarUnits(features, 0, 2)).toEqual([1, 3]);
});
