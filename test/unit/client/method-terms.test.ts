import { pointName, siteNames } from "@needs-map/client/features/method/site-names";
import { fine, fineDigits } from "@needs-map/client/words/numbers";
import { roundedTerms } from "@needs-map/client/words/rounded-terms";
import type { Service } from "@needs-map/shared/contract/service";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("the terms of a sum as they are shown", () => {
  test("what is cut off is given to the terms that lost most", () => {
    expect(roundedTerms(1, [1 / 3, 1 / 3, 1 / 3], 1)).toEqual([0.4, 0.3, 0.3]);
    expect(roundedTerms(10.04, [6.27, 2.78, 0.99], 1)).toEqual([6.2, 2.8, 1]);
    expect(roundedTerms(0, [], 1)).toEqual([]);
  });

  test("add up to the sum as it is shown, each within a step of what it is", () => {
    const term = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 4 }), (terms, digits) => {
        const total = terms.reduce((sum, value) => sum + value, 0);
        const shown = roundedTerms(total, terms, digits);
        const step = 10 ** -digits;
        const sum = shown.reduce((so, value) => so + Math.round(value / step), 0);
        expect(sum).toBe(Math.round(Number(total.toFixed(digits)) / step));
        for (const [at, value] of shown.entries())
          expect(Math.abs(value - (terms[at] ?? Number.NaN))).toBeLessThanOrEqual(step * (1 + 1e-6));
      }),
    );
  });

  test("a number of any size keeps four digits that count", () => {
    expect(fine(0.187612)).toBe("0.1876");
    expect(fine(18_319.4)).toBe("18,320");
    expect(fine(Number.NaN)).toBe("cannot be said");
    expect(fineDigits(0.03297, 4)).toBe(5);
    expect(fineDigits(31_246, 0)).toBe(0);
    expect(fineDigits(0, 2)).toBe(2);
  });
});

describe("names of what is shown", () => {
  const service = (name: string, given: Partial<Service>) =>
    ({ name, lon: 1.2, lat: 54, capacity: 40, checked: true, ward: "W", ...given }) as Service;
  const nameOf = siteNames(
    [
      service("Hall", {}),
      service("Barn", { checked: false }),
      service("Loft", { lon: 1.3 }),
      service("Attic", { lon: 1.3, ward: null }),
      service("Unsaid", { lon: 1.4, capacity: null }),
    ],
    "places",
    "Youth club",
  );

  test("a service is known by its place and what it has to give", () => {
    expect(nameOf({ lon: 1.2, lat: 54, supply: 40 })).toBe("Hall");
    expect(nameOf({ lon: 1.2, lat: 54, supply: 20 })).toBe("Barn");
    expect(nameOf({ lon: 1.4, lat: 54, supply: 0 })).toBe("Unsaid");
    expect(nameOf({ lon: 1.5, lat: 54, supply: 1 })).toBe("Youth club at 54.0000, 1.5000");
  });

  test("services that are alike in both are all named, those over the border as such", () => {
    expect(nameOf({ lon: 1.3, lat: 54, supply: 40 })).toBe("Loft or Attic (over the border)");
  });

  test("a point is told by its small area and its place", () => {
    expect(pointName({ area: "X01", lon: -2.33712, lat: 53.40129, people: 3 })).toBe("X01 at 53.4013, −2.3371");
    expect(pointName({ area: null, lon: 1, lat: 53, people: 3 })).toBe("No small area at 53.0000, 1.0000");
  });
});
