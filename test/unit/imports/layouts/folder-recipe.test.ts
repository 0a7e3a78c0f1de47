import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderRecipe } from "@needs-map/server/imports/layouts/folder-recipe";
import { recogniseFolder } from "@needs-map/server/imports/layouts/recognise-folder";
import { reportOf } from "@needs-map/server/imports/layouts/report";
import { Recipe, type RecipeFile } from "@needs-map/shared/contract/recipe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, mixedFiles } from "../../../fixtures/mixed-folder.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function recognised(files: Readonly<Record<string, string | Buffer>>, wanted = {}) {
  const folder = folderOf(files);
  folders.push(folder);
  const read = await recogniseFolder(folder, () => {});
  return { folder, unknown: read.unknown, ...(await folderRecipe(folder, read, wanted, () => {})) };
}

const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(mixedFiles).filter(([name]) => !names.includes(name)));

describe("a folder of renamed files in many formats", () => {
  let result: Awaited<ReturnType<typeof recognised>>;
  let recipe: Recipe;
  const file = (id: string): RecipeFile => {
    const found = recipe.files.find((one) => one.id === id);
    if (!found) throw new Error(`There is no ${id} among ${recipe.files.map((one) => one.id).join(", ")}`);
    return found;
  };

  beforeAll(async () => {
    result = await recognised(mixedFiles);
    expect(result.lacking).toEqual([]);
    recipe = Recipe.parse(result.recipe);
  });

  test("gives a valid recipe of the council that its boundaries name", () => {
    expect(recipe.place).toMatchObject({ id: "testborough", name: "Testborough", code: "E07999001", sample: false });
    expect(recipe.files.every(({ url, sha256 }) => url === null && sha256 === undefined)).toBe(true);
  });

  test("tells what each file is, whatever its name", () => {
    expect(Object.fromEntries(recipe.files.map(({ role, path }) => [path, role]))).toEqual({
      "a.zip": "wards",
      "b.json": "small-areas",
      "before.geojson": "other-wards",
      "c.xlsx": "people-small-areas",
      "d.csv": "people-wards",
      "e.tsv": "postcodes",
      "f.txt": "indicators",
      "g.csv": "counts",
      "h.csv": "services",
      "youth clubs.csv": "listing",
      "youth clubs.geojson": "services",
    });
    expect(result.unknown.map(({ path }) => path)).toEqual(["broken.csv", "letter.docx"]);
  });

  test("sums persons alone, and not men and women again", () => {
    expect(file("people-small-areas")).toMatchObject({ sheet: "Data", only: { Sex: "Persons" }, date: "mid-2024" });
  });

  test("keeps how each is written: encoding, delimiter, metres", () => {
    expect(file("people-wards")).toMatchObject({ encoding: "iso-8859-1", delimiter: ";" });
    expect(file("postcodes")).toMatchObject({ delimiter: "\t", crs: "EPSG:27700" });
    expect(file("wards")).toMatchObject({ format: "shapefile", crs: "EPSG:27700" });
  });

  test("gives counts on old wards to the wards of their year", () => {
    expect(file("wards-2018")).toMatchObject({ role: "other-wards", year: 2018 });
    expect(file("g")).toMatchObject({ of: "wards-2018" });
  });

  test("takes a list in two files once, with its coordinates, and keeps the longer to tell what has no place", () => {
    expect(file("youth-clubs")).toMatchObject({ path: "youth clubs.geojson" });
    expect(file("youth-clubs-list")).toMatchObject({ role: "listing", of: "youth-clubs" });
    expect(result.left).toContainEqual({
      path: "youth clubs.csv",
      why: expect.stringContaining("which has coordinates"),
    });
  });

  test("makes service types of known kinds and of others, each with the place's own average", () => {
    expect(recipe.serviceTypes.map(({ id, title, one }) => [id, title, one])).toEqual([
      ["food-banks", "Food banks", "food bank"],
      ["repair-cafe", "Repair cafe", "repair cafe"],
      ["youth-clubs", "Youth clubs", "youth club"],
    ]);
    for (const { targetFrom } of recipe.serviceTypes) expect(targetFrom).toContain("the place's own average");
    expect(recipe.serviceTypes[0]).toMatchObject({ unit: "sites", target: 8.45 });
  });

  test("weighs deprivation and age, and tells what is missing", () => {
    expect(recipe.needWeights).toEqual({ imd: 70, age: 30 });
    expect(recipe.missing).toEqual(["People and services over the border are not loaded."]);
  });

  test("is the same again, and says in an aligned list how sure it is", async () => {
    const again = await recognised(mixedFiles);
    expect(again.recipe).toEqual(result.recipe);
    const report = reportOf(result, result.unknown);
    expect(report).toMatch(/^a\.zip {2,}wards of 2025, 4 rows {2,}certain$/m);
    expect(report).toMatch(/^ {2}WD25CD {2,}code {2,}certain$/m);
    expect(report).toMatch(/^ {2}letter\.docx {2,}it is no CSV, Excel/m);
    expect(report).toMatch(/^ {2}broken\.csv {2,}it is empty \(0 bytes\)$/m);
  });
});

describe("what a folder lacks is said with what to bring", () => {
  test("wards, small areas", async () => {
    const { recipe, lacking } = await recognised(without("a.zip", "b.json", "before.geojson"));
    expect(recipe).toBeNull();
    expect(lacking).toEqual([
      expect.stringContaining("no ward boundaries"),
      expect.stringContaining("no boundaries of small areas"),
    ]);
  });

  test("people by small area, while there are people by ward", async () => {
    const { recipe, lacking, left } = await recognised(without("c.xlsx"));
    expect(recipe).toBeNull();
    expect(lacking).toEqual([expect.stringContaining("no people by age for every small area")]);
    expect(left).toContainEqual({ path: "d.csv", why: expect.stringContaining("people by ward alone") });
  });

  test("services; and indicators, postcodes and ward totals, which a place can do without", async () => {
    expect((await recognised(without("youth clubs.csv", "youth clubs.geojson", "h.csv"))).lacking).toEqual([
      expect.stringContaining("no list of services"),
    ]);
    const { recipe } = await recognised(without("d.csv", "e.tsv", "f.txt", "g.csv"));
    expect(recipe?.needWeights).toEqual({ age: 100 });
    expect(recipe?.missing).toEqual([
      expect.stringContaining("No ward totals"),
      expect.stringContaining("no postcodes"),
      expect.stringContaining("no indicators"),
      expect.stringContaining("over the border"),
    ]);
  });
});

test("a file of several councils needs to be told which is meant", async () => {
  const { features } = JSON.parse(String(mixedFiles["before.geojson"]));
  const two = features.map((feature: { properties: object }, at: number) => ({
    ...feature,
    properties: { ...feature.properties, LAD18CD: `E0799900${at + 1}` },
  }));
  const files = { "wards.geojson": JSON.stringify({ type: "FeatureCollection", features: two }) };
  expect((await recognised(files)).left).toContainEqual({
    path: "wards.geojson",
    why: expect.stringContaining("say with --code"),
  });
  expect((await recognised(files, { code: "E07999002" })).left).toEqual([]);
});

test("of two years of people the newer is taken, and the other is told", async () => {
  const older = String(mixedFiles["d.csv"]).replaceAll("mid-2024", "mid-2019");
  const { left } = await recognised({ ...mixedFiles, "older.csv": Buffer.from(older, "latin1") });
  expect(left).toContainEqual({
    path: "older.csv",
    why: "ward totals of mid-2019, while people by small area are of mid-2024",
  });
});

test("a recipe in the folder is not taken for one of its files", async () => {
  const folder = folderOf({ "a.zip": mixedFiles["a.zip"] ?? "" });
  folders.push(folder);
  writeFileSync(join(folder, "needsmap-recipe.json"), "{}");
  const { known, unknown } = await recogniseFolder(folder, () => {});
  expect([known.length, unknown.length]).toEqual([1, 0]);
});
