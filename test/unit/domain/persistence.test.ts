import { type Period, persistence, worstFifth } from "@needs-map/shared/domain/need/persistence";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const of = (...values: number[]) => Float64Array.from(values);
const rising = (count: number) => Float64Array.from({ length: count }, (_, at) => at + 1);
const period = (values: Float64Array, higherIsMoreNeed = true): Period => ({ values, higherIsMoreNeed });
const marked = (found: Uint8Array | null) => found && [...found];
const NO = Number.NaN;

describe("the worst fifth", () => {
  test("is the nearest whole number of wards to a fifth of them", () => {
    const sizes = [5, 6, 7, 8, 10, 12, 13, 21, 24, 25];
    const found = sizes.map((count) => worstFifth(rising(count), true)?.reduce((sum, one) => sum + one, 0));
    expect(found).toEqual([1, 1, 1, 2, 2, 2, 3, 4, 5, 5]);
  });

  test("is at the lower end where less is more need, as with ranks of which 1 is the most deprived", () => {
    expect(marked(worstFifth(of(5, 1, 4, 2, 3), false))).toEqual([0, 1, 0, 0, 0]);
    expect(marked(worstFifth(of(5, 1, 4, 2, 3), true))).toEqual([1, 0, 0, 0, 0]);
  });

  test("takes wards of one figure together: two that share the last two of five places are in, three are not", () => {
    expect(marked(worstFifth(of(1, 2, 3, 9, 9), true))).toEqual([0, 0, 0, 1, 1]);
    expect(marked(worstFifth(of(1, 2, 9, 9, 9), true))).toEqual([0, 0, 0, 0, 0]);
    expect(marked(worstFifth(of(7, 7, 7, 7, 7), true))).toEqual([0, 0, 0, 0, 0]);
    expect(marked(worstFifth(of(0.01, 0.02, 0.03, 0.3, 0.1 + 0.2), true))).toEqual([0, 0, 0, 1, 1]);
  });

  test("is not said of fewer than five known wards; a missing one is in none", () => {
    expect(worstFifth(of(1, 2, 3, 4), true)).toBeNull();
    expect(worstFifth(of(1, 2, 3, 4, NO), true)).toBeNull();
    expect(marked(worstFifth(of(1, 2, 3, 4, NO, 5), true))).toEqual([0, 0, 0, 0, 0, 1]);
  });
});

describe("persistent need", () => {
  const first = period(of(9, 1, 2, 3, 4));
  const last = period(of(9, 4, 3, 2, 1));

  test("counts periods in a row up to the latest", () => {
    expect([...persistence([first, first, last], 5).run]).toEqual([3, 0, 0, 0, 0]);
    expect([...persistence([first, period(of(1, 9, 2, 3, 4)), last], 5).run]).toEqual([1, 0, 0, 0, 0]);
    expect([...persistence([first, period(of(1, 9, 2, 3, 4))], 5).run]).toEqual([0, 1, 0, 0, 0]);
    expect([...persistence([period(of(1, 5, 4, 3, 2), false), last], 5).run]).toEqual([2, 0, 0, 0, 0]);
  });

  test("is broken by a missing period, which is named; a period in which it was not worst is no missing one", () => {
    const unknown = period(of(NO, 1, 2, 3, 4, 5));
    const six = period(of(9, 1, 2, 3, 4, 5));
    const found = persistence([six, unknown, six, six], 6);
    expect([...found.run]).toEqual([2, 0, 0, 0, 0, 0]);
    expect([...found.brokenBy]).toEqual([1, -1, -1, -1, -1, -1]);
    const few = persistence([first, period(of(9, 1, 2, NO, NO)), last], 5);
    expect([...few.run]).toEqual([1, 0, 0, 0, 0]);
    expect(few.worst[1]).toBeNull();
    expect(few.brokenBy[0]).toBe(1);
    const latest = persistence([six, unknown], 6);
    expect([latest.run[0], latest.brokenBy[0]]).toEqual([0, 1]);
  });

  test("without periods nobody is in any", () => {
    expect([...persistence([], 2).run]).toEqual([0, 0]);
    expect([...persistence([], 2).brokenBy]).toEqual([-1, -1]);
  });
});

/** By counting: a ward is in when the wards worse than it, and half of its equals, are at most a fifth of all. */
function naiveWorst(values: readonly number[], higherIsMoreNeed: boolean, ward: number): boolean | null {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 5) return null;
  const own = values[ward] ?? NO;
  if (Number.isNaN(own)) return false;
  const worse = known.filter((value) => (higherIsMoreNeed ? value > own : value < own)).length;
  const same = known.filter((value) => value === own).length;
  return 10 * worse + 5 * same <= 2 * known.length;
}

const table = fc.integer({ min: 5, max: 30 }).chain((wards) =>
  fc.array(
    fc.record({
      values: fc.array(fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 20 }) }, fc.constant(NO)), {
        minLength: wards,
        maxLength: wards,
      }),
      higherIsMoreNeed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
);
const periodsOf = (rows: readonly { values: number[]; higherIsMoreNeed: boolean }[]) =>
  rows.map(({ values, higherIsMoreNeed }) => period(Float64Array.from(values), higherIsMoreNeed));

test("it is what a naive count gives", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const wards = rows[0]?.values.length ?? 0;
      const found = persistence(periodsOf(rows), wards);
      for (let ward = 0; ward < wards; ward++) {
        let run = 0;
        for (const { values, higherIsMoreNeed } of [...rows].reverse()) {
          if (naiveWorst(values, higherIsMoreNeed, ward) !== true) break;
          run++;
        }
        expect(found.run[ward]).toBe(run);
      }
    }),
  );
});

test("the order of wards, and any scale of the figures, change nothing; no more than two fifths are ever in", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const wards = rows[0]?.values.length ?? 0;
      const found = persistence(periodsOf(rows), wards);
      const turned = persistence(
        periodsOf(rows.map(({ values, higherIsMoreNeed }) => ({ values: [...values].reverse(), higherIsMoreNeed }))),
        wards,
      );
      expect([...turned.run].reverse()).toEqual([...found.run]);
      const scaled = rows.map(({ values, higherIsMoreNeed }) => ({
        values: values.map((value) => -3 * value + 7),
        higherIsMoreNeed: !higherIsMoreNeed,
      }));
      expect([...persistence(periodsOf(scaled), wards).run]).toEqual([...found.run]);
      for (const worst of found.worst) {
        const known = worst?.reduce((sum, one) => sum + one, 0) ?? 0;
        expect(known).toBeLessThanOrEqual(0.4 * wards);
      }
      for (let ward = 0; ward < wards; ward++) expect(found.run[ward]).toBeLessThanOrEqual(rows.length);
    }),
  );
});
