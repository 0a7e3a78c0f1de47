import { carryMeans, carryOver, overlapOf } from "@needs-map/shared/domain/boundaries/carry-over";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

const rows = (...values: number[]) => Int32Array.from(values);
const figures = (...values: number[]) => Float64Array.from(values);

describe("figures of old wards on new ones", () => {
  test("are shared as the people of the old ward live", () => {
    const overlap = overlapOf(rows(0, 0, 0, 1), rows(0, 0, 1, 1), figures(30, 30, 40, 50));
    expect([...overlap.from]).toEqual([0, 0, 1]);
    expect([...overlap.to]).toEqual([0, 1, 1]);
    expect([...overlap.share]).toEqual([0.6, 0.4, 1]);
    expect([...carryOver(figures(200, 70), overlap, 2)]).toEqual([120, 150]);
  });

  test("are shared by points where an old ward has no people, and leave out points without a ward", () => {
    const overlap = overlapOf(rows(0, 0, 0, -1, 0), rows(0, 1, 1, 1, -1), figures(0, 0, 0, 9, 9));
    expect([...overlap.share]).toEqual([1 / 3, 2 / 3]);
  });

  test("stay missing where a missing count takes part, and where no old ward reaches", () => {
    const overlap = overlapOf(rows(0, 0, 1), rows(0, 1, 1), figures(1, 1, 1));
    expect([...carryOver(figures(Number.NaN, 4), overlap, 3)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...carryOver(figures(2, 4), overlap, 3)]).toEqual([1, 5, Number.NaN]);
  });

  test("keep their total, whatever the boundaries", () => {
    const point = fc.record({ from: fc.nat(5), to: fc.nat(7), people: fc.double({ min: 0, max: 500, noNaN: true }) });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1 }),
        fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }),
        (points, counts) => {
          const overlap = overlapOf(
            Int32Array.from(points, ({ from }) => from),
            Int32Array.from(points, ({ to }) => to),
            Float64Array.from(points, ({ people }) => people),
          );
          const before = counts.reduce((sum, count, old) => sum + (overlap.from.includes(old) ? count : 0), 0);
          const after = carryOver(Float64Array.from(counts), overlap, 8).reduce(
            (sum, count) => sum + (Number.isNaN(count) ? 0 : count),
            0,
          );
          expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-9 * Math.max(1, before));
        },
      ),
    );
  });
});

describe("means of old small areas in new ones", () => {
  test("are those of the old areas that its people stand in", () => {
    const overlap = overlapOf(rows(0, 0, 1, 1), rows(0, 1, 1, 2), figures(10, 30, 10, 50));
    expect([...carryMeans(figures(100, 20), overlap, 3)]).toEqual([100, (30 * 100 + 10 * 20) / 40, 20]);
    expect([...carryMeans(figures(Number.NaN, 20), overlap, 4)]).toEqual([Number.NaN, 20, 20, Number.NaN]);
  });

  test("are counted by points where nobody lives", () => {
    const overlap = overlapOf(rows(0, 0, 1), rows(0, 0, 0), figures(0, 0, 0));
    expect(carryMeans(figures(3, 9), overlap, 1)[0]).toBeCloseTo(5, 12);
  });

  test("are what a loop over the points gives, and lie between the least and the greatest", () => {
    const point = fc.record({ from: fc.nat(5), to: fc.nat(7), people: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 }),
        (points, means) => {
          const overlap = overlapOf(
            Int32Array.from(points, ({ from }) => from),
            Int32Array.from(points, ({ to }) => to),
            Float64Array.from(points, ({ people }) => people),
          );
          const carried = carryMeans(Float64Array.from(means), overlap, 8);
          for (const [unit, mean] of carried.entries()) {
            const own = points.filter(({ to }) => to === unit);
            expect(Number.isNaN(mean)).toBe(own.length === 0);
            if (own.length === 0) continue;
            const everyone = own.reduce((sum, { people }) => sum + people, 0);
            const weights = own.map(({ people }) => (everyone > 0 ? people : 1));
            const sum = own.reduce((all, { from }, at) => all + (weights[at] ?? 0) * (means[from] ?? 0), 0);
            expect(mean).toBeCloseTo(sum / weights.reduce((all, weight) => all + weight, 0), 9);
            const met = own.map(({ from }) => means[from] ?? 0);
            expect(mean).toBeGreaterThanOrEqual(Math.min(...met) - 1e-9);
            expect(mean).toBeLessThanOrEqual(Math.max(...met) + 1e-9);
          }
        },
      ),
    );
  });
});
