import { classify } from "@needs-map/client/cartography/classify";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const POLICIES = ["auto", "equal", "quantile", "jenks"] as const;
const rates = Float64Array.of(0, 0, 0, 0.4, 1.1, 2.2, 2.9, 4.1, 4.6, 5, 7.2, 7.9, 8.4, 10.1, 11, 12.3, 13.6);

function classSpread(groups: readonly number[][]): number {
  return groups.reduce((total, group) => {
    const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
    return total + group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  }, 0);
}

function leastSpread(sorted: readonly number[], groups: number): number {
  if (groups === 1) return classSpread([[...sorted]]);
  const cuts = sorted.map((_, cut) => cut).filter((cut) => cut > 0 && sorted.length - cut >= groups - 1);
  return Math.min(
    ...cuts.map((cut) => classSpread([sorted.slice(0, cut)]) + leastSpread(sorted.slice(cut), groups - 1)),
  );
}

describe("natural classes", () => {
  test("no other five classes lie closer about their means", () => {
    const values = [3.1, 0.2, 7.7, 7.9, 3.4, 12.2, 0.9, 5.5, 9.1, 5.1, 12.9];
    const classes = classify(Float64Array.from(values), "jenks");
    const groups = [0, 1, 2, 3, 4].map((index) => values.filter((value) => classes.classOf(value) === index));
    const sorted = values.toSorted((a, b) => a - b);
    expect(classSpread(groups)).toBeCloseTo(leastSpread(sorted, 5), 9);
  });

  test("the breaks are round numbers", () => {
    expect(classify(rates, "auto").breaks).toEqual([0, 2.5, 6, 10, 12, 14]);
  });
});

describe("fixed breaks", () => {
  test("are kept as they are by the automatic choice, with ends that hold every value", () => {
    expect(classify(rates, "auto", [2, 4, 7, 10]).breaks).toEqual([0, 2, 4, 7, 10, 14]);
  });

  test("are left aside when another way is chosen", () => {
    expect(classify(rates, "equal", [2, 4, 7, 10]).breaks).toEqual([0, 3, 6, 9, 12, 15]);
  });

  test("stay in order when every value lies above or below them", () => {
    expect(classify(Float64Array.of(20, 31), "auto", [2, 4]).breaks).toEqual([0, 2, 4, 31]);
    expect(classify(Float64Array.of(0.1, 0.9), "auto", [2, 4]).breaks[0]).toBeLessThan(2);
  });
});

describe("few values", () => {
  test.each(POLICIES)("one class when all are equal (%s)", (policy) => {
    const classes = classify(Float64Array.of(7, 7, 7), policy);
    expect(classes.count).toBe(1);
    expect(classes.classOf(7)).toBe(0);
  });

  test.each(POLICIES)("one class when all are zero (%s)", (policy) => {
    expect(classify(new Float64Array(24), policy).breaks).toEqual([0, 0]);
  });

  test("as many classes as distinct values when there are fewer than five", () => {
    const classes = classify(Float64Array.of(1, 1, 1, 5, 5, 9), "jenks");
    expect(classes.count).toBe(3);
    expect([1, 5, 9].map(classes.classOf)).toEqual([0, 1, 2]);
  });

  test("no class when no value is known", () => {
    const classes = classify(Float64Array.of(Number.NaN, Number.NaN), "auto");
    expect(classes.count).toBe(0);
    expect(classes.classOf(3)).toBe(-1);
  });
});

describe("missing values and ties", () => {
  test("a missing value changes no break and belongs to no class", () => {
    const withGap = classify(Float64Array.of(...rates, Number.NaN), "auto");
    expect(withGap.breaks).toEqual(classify(rates, "auto").breaks);
    expect(withGap.classOf(Number.NaN)).toBe(-1);
  });

  test("even classes move to the nearest change, so that equal values stay together", () => {
    const classes = classify(Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 3, 6, 8), "quantile");
    expect(classes.count).toBe(4);
    expect([0, 3, 6, 8].map(classes.classOf)).toEqual([0, 1, 2, 3]);
  });

  test("a value beyond the ends takes the end class", () => {
    const classes = classify(rates, "auto");
    expect([-3, 99].map(classes.classOf)).toEqual([0, 4]);
  });
});

test("whatever the values, breaks rise, hold every value, and no class is empty but with equal steps", () => {
  const values = fc.array(
    fc.integer({ min: 0, max: 1e9 }).map((thousandths) => thousandths / 1000),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(values, fc.constantFrom(...POLICIES), (list, policy) => {
      const classes = classify(Float64Array.from(list), policy);
      const { breaks, count, classOf } = classes;
      if (count === 1) return;
      expect(breaks.every((edge, index) => index === 0 || edge > (breaks[index - 1] ?? 0))).toBe(true);
      expect(Math.min(...list)).toBeGreaterThanOrEqual(breaks[0] ?? 0);
      expect(Math.max(...list)).toBeLessThanOrEqual(breaks.at(-1) ?? 0);
      const used = new Set(list.map(classOf));
      if (policy !== "equal") expect(used.size).toBe(count);
    }),
    { numRuns: 300, seed: 5 },
  );
});

describe("shares of a hundred", () => {
  test.each(["auto", "equal", "quantile", "jenks"] as const)("never get a class that ends above 100 (%s)", (policy) => {
    const values = Float64Array.of(41, 58.3, 77, 83, 90.5, 96, 99.2, 100);
    const { breaks, classOf } = classify(values, policy, undefined, 100);
    expect(breaks.at(-1)).toBe(100);
    expect(classOf(100)).toBe(breaks.length - 2);
  });

  test("keep rising breaks when many are met in full", () => {
    const shares = fc.array(fc.oneof(fc.constant(100), fc.double({ min: 0, max: 100, noNaN: true })), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(shares, fc.constantFrom(...POLICIES), (list, policy) => {
        const values = Float64Array.from(list, (value) => Number(value.toFixed(4)));
        const { breaks, count, classOf } = classify(values, policy, undefined, 100);
        if (count === 1) return;
        expect(breaks.every((edge, index) => index === 0 || edge > (breaks[index - 1] ?? 0))).toBe(true);
        expect(Math.max(...breaks)).toBeLessThanOrEqual(100);
        expect(Math.max(...values)).toBeLessThanOrEqual(breaks.at(-1) ?? 0);
        if (policy !== "equal") expect(new Set(Array.from(values, classOf)).size).toBe(count);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test("leave out set breaks from 100 up", () => {
    expect(classify(Float64Array.of(10, 60, 100), "auto", [50, 100, 120], 100).breaks).toEqual([10, 50, 100]);
  });
});
