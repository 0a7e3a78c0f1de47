import { knownWeights, linkFaults } from "@needs-map/client/view/link-faults";
import { expect, test } from "vitest";

test("a value that cannot be is told with what it may be", () => {
  expect(linkFaults({ min: "999" })).toEqual([
    "The link’s longest journey “999” cannot be used (5 to 60 whole minutes); the usual one is shown.",
  ]);
});

test("values that can be, start values and keys of others raise nothing", () => {
  const query = {
    min: "15",
    by: "short",
    go: "walk",
    how: "share",
    up: "30",
    age: "11-17",
    form: "unknown,public",
    unchecked: "0",
    utm_source: "mail",
  };
  expect(linkFaults(query)).toEqual([]);
});

test.each([
  ["age", "17-11"],
  ["target", "-3"],
  ["w", "imd:0"],
  ["up", "101"],
  ["by", "mood"],
  ["go", "boat"],
  ["how", "magic"],
  ["unchecked", "no"],
  ["form", "castle"],
  ["form", "public,castle"],
])("%s=%s is told", (key, value) => {
  expect(linkFaults({ [key]: value })).toHaveLength(1);
});

test("weights of indicators that the place lacks are left out and named", () => {
  const known = new Set(["imd", "age"]);
  expect(knownWeights({ imd: 50, bogus: 5 }, known)).toEqual({ weights: { imd: 50 }, unknown: ["bogus"] });
  expect(knownWeights({ bogus: 5 }, known)).toEqual({ weights: null, unknown: ["bogus"] });
  expect(knownWeights(null, known)).toEqual({ weights: null, unknown: [] });
});
