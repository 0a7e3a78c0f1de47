import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPlace } from "@needs-map/server/imports/read/place";
import { Recipe } from "@needs-map/shared/contract/recipe";
import { yearOf } from "@needs-map/shared/domain/need/year-of";
import { expect, test } from "vitest";
import { tinyMirror, tinyRecipe } from "../../fixtures/tiny-place.ts";

const then = { series: "score", year: 2001, column: "then", unit: "score", higherIsMoreNeed: true };

/** The tiny place with figures of another date. */
function read(vintages: readonly object[], more: object = {}) {
  const mirror = tinyMirror();
  writeFileSync(join(mirror, "then.csv"), "code,then,before\nA1,5,1\nA2,n/k,2\nA3,,3\nELSEWHERE,7,4\n");
  const recipe = tinyRecipe();
  const file = {
    role: "vintages",
    id: "then",
    title: "Then",
    path: "then.csv",
    publisher: "Nobody",
    licence: "CC0",
    vintage: "then",
    url: null,
    format: "csv",
    columns: { code: "code" },
    vintages,
    ...more,
  };
  return readPlace(Recipe.parse({ ...recipe, files: [...recipe.files, file] }), { mirror }, () => {});
}

test("figures of another date belong to their indicator; missing stays missing and what is no number is a fault", async () => {
  const place = await read([then, { ...then, year: 2000, column: "before", compare: "places" }]);
  expect(place.vintages).toMatchObject([
    { indicator: "score", year: 2001, compare: "values", carriedFrom: null, values: [5, null, null] },
    { indicator: "score", year: 2000, compare: "places", values: [1, 2, 3] },
  ]);
  expect(place.faults.filter(({ file }) => file === "then.csv")).toMatchObject([{ row: 3, field: "then" }]);
});

test("a date without an indicator, twice, newer than the figure, or of unknown areas stops the import", async () => {
  await expect(read([{ ...then, series: "other" }])).rejects.toThrow('no indicator "other"');
  await expect(read([then, { ...then, column: "before" }])).rejects.toThrow('"score" of 2001 twice');
  await expect(read([{ ...then, year: 2099 }])).rejects.toThrow("is newer than the figure itself");
  await expect(read([then], { of: "nowhere" })).rejects.toThrow('no small areas of another year "nowhere"');
});

test("a date in words has its last year", () => {
  expect(["2025", "Census 2021", "mid-2024", "2015 to 2019", "spring", "120251"].map(yearOf)).toEqual([
    2025,
    2021,
    2024,
    2019,
    null,
    null,
  ]);
});
