import { classOf, equalBreaks, quantileBreaks } from "@needs-map/shared/domain/stats/breaks";
import { naturalBreaks } from "@needs-map/shared/domain/stats/jenks";
import { percentiles } from "@needs-map/shared/domain/stats/percentile";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

function spreadWithin(values: number[], breaks: readonly number[]): number {
  const groups = new Map<number, number[]>();
  for (const value of values) {
    const group = classOf(breaks, value);
    groups.set(group, [...(groups.get(group) ?? []), value]);
  }
  return [...groups.values()].reduce((sum, group) => {
    const mean = group.reduce((a, b) => a + b, 0) / group.length;
    return sum + group.reduce((a, b) => a + (b - mean) ** 2, 0);
  }, 0);
}

/** The least spread over every choice of breaks among the values. */
function leastSpread(values: number[], classes: number): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const choose = (from: number, left: number, breaks: number[]): number => {
    if (left === 0) return spreadWithin(values, breaks);
    let least = Infinity;
    for (let at = from; at < sorted.length; at++) {
      least = Math.min(least, choose(at + 1, left - 1, [...breaks, sorted[at] ?? 0]));
    }
    return least;
  };
  return choose(1, Math.min(classes, sorted.length) - 1, []);
}

describe("natural breaks", () => {
  test("part clear clusters", () => {
    expect(naturalBreaks([1, 2, 1, 50, 51, 52, 100, 99], 3)).toEqual([50, 99]);
  });

  test("are the best of all, for any values and number of classes", () => {
    const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), (numbers, classes) => {
        const found = spreadWithin(numbers, naturalBreaks(numbers, classes));
        expect(found).toBeCloseTo(leastSpread(numbers, classes), 8);
      }),
    );
  });

  test("leave missing values out and give fewer classes for fewer distinct values", () => {
    expect(naturalBreaks([Number.NaN, 3, 3, Number.NaN, 7], 5)).toEqual([7]);
    expect(naturalBreaks([4, 4, 4], 5)).toEqual([]);
    expect(naturalBreaks([], 5)).toEqual([]);
  });

  test("hold for values far from 0", () => {
    expect(naturalBreaks([1e9 + 1, 1e9 + 2, 1e9 + 50, 1e9 + 51], 2)).toEqual([1e9 + 50]);
  });
});

describe("equal and quantile breaks", () => {
  test("equal breaks cut the span into equal parts", () => {
    expect(equalBreaks([10, 0, 4], 5)).toEqual([2, 4, 6, 8]);
    expect(equalBreaks([3, 3], 5)).toEqual([]);
    expect(equalBreaks([Number.NaN], 5)).toEqual([]);
  });

  test("quantile breaks put as many values in each class", () => {
    expect(quantileBreaks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)).toEqual([3, 5, 7, 9]);
    expect(quantileBreaks([0, 0, 0, 0, 0, 0, 5, 6], 4)).toEqual([5]);
    expect(quantileBreaks([], 4)).toEqual([]);
  });

  test("a value on a break belongs to the class above it, and a missing value to none", () => {
    expect([1.9, 2, 8, Number.NaN].map((value) => classOf([2, 4], value))).toEqual([0, 1, 2, Number.NaN]);
  });
});

describe("percentiles", () => {
  test("are mean rank less a half over n, with missing values left out of n", () => {
    expect([...percentiles(Float64Array.of(5, Number.NaN, 9, 9, 1))]).toEqual([0.375, Number.NaN, 0.75, 0.75, 0.125]);
    expect([...percentiles(Float64Array.of(7))]).toEqual([0.5]);
    expect([...percentiles(Float64Array.of(Number.NaN))]).toEqual([Number.NaN]);
  });
});
