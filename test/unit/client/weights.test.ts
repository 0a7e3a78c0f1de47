import { evenWeights, totalWeight } from "@needs-map/client/analysis/weights";
import fc from "fast-check";
import { expect, test } from "vitest";

test("weights made to add up to 100 keep their shares by largest remainder", () => {
  expect(evenWeights({ imd: 1, age: 1, car: 1 })).toEqual({ imd: 33, age: 34, car: 33 });
});

test("whatever the weights, they come out whole, add up to 100 and move by less than 1", () => {
  const weights = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.integer({ min: 0, max: 100 }), { minKeys: 1 });
  fc.assert(
    fc.property(weights, (given) => {
      fc.pre(totalWeight(given) > 0);
      const even = evenWeights(given);
      expect(totalWeight(even)).toBe(100);
      for (const [id, weight] of Object.entries(even)) {
        expect(Number.isInteger(weight)).toBe(true);
        expect(Math.abs(weight - ((given[id] ?? 0) / totalWeight(given)) * 100)).toBeLessThan(1);
      }
    }),
  );
});
