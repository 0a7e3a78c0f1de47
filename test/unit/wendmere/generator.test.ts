import { createHash } from "node:crypto";
import { makeBorough, SEED } from "@needs-map/data/wendmere/generate/borough";
import { expect, test } from "vitest";
import { sampleRecipe, sampleText } from "./read-sample.ts";

const made = makeBorough(SEED);

test("the generator gives the committed files again, to the byte", () => {
  for (const [name, text] of made) expect(text === sampleText(name), name).toBe(true);
});

test("the recipe lists every file with its right checksum and number of rows", () => {
  const { files } = sampleRecipe();
  expect(files.map((file) => file.path).sort()).toEqual(
    [...made.keys()].filter((name) => name !== "recipe.json").sort(),
  );
  for (const file of files) {
    const text = sampleText(file.path);
    expect(createHash("sha256").update(text).digest("hex"), file.path).toBe(file.sha256);
    const rows = file.format === "csv" ? text.trimEnd().split("\n").length - 1 : JSON.parse(text).features.length;
    expect(rows, file.path).toBe(file.rows);
  }
});

test("the sample is under 5 MB and says that it is made up", () => {
  const bytes = [...made.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThan(5_000_000);
  const { place } = sampleRecipe();
  expect(place.sample).toBe(true);
  expect(place.attribution).toContain("made up");
});

test("starting weights add up to 100 and name figures that the place has", () => {
  const { needWeights, files } = sampleRecipe();
  const known = files.flatMap((file) => (file.role === "indicators" ? file.indicators.map(({ id }) => id) : []));
  expect(Object.values(needWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  for (const id of Object.keys(needWeights)) expect(["age", ...known]).toContain(id);
});
