import { ageBand, tiling } from "@needs-map/server/imports/layouts/age-bands";
import { expect, test } from "vitest";

test("ages are read as publishers write them", () => {
  const bands: [string, readonly [number, number] | null][] = [
    ["Aged 5 to 9 years", [5, 9]],
    ["Aged 4 years and under", [0, 4]],
    ["Aged 85 years and over", [85, 90]],
    ["0-15", [0, 15]],
    ["16–64", [16, 64]],
    ["60 and over", [60, 90]],
    ["aged_65_and_over", [65, 90]],
    ["aged_0_to_15", [0, 15]],
    ["aged_7", [7, 7]],
    ["Age 12", [12, 12]],
    ["M33", [33, 33]],
    ["F90+", [90, 90]],
    ["90+", [90, 90]],
    ["Under 1", [0, 0]],
    ["Age: Aged 10 to 14 years; measures: Value", [10, 14]],
    ["Dependent Children aged 0-15: mid 2015 (excluding prisoners)", [0, 15]],
    ["Older population aged 60 and over: mid 2015 (excluding prisoners)", [60, 90]],
    ["100 and over", [90, 90]],
    ["Total population: mid 2015 (excluding prisoners)", null],
    ["All ages", null],
    ["LSOA code (2011)", null],
    ["2024", null],
  ];
  expect(bands.map(([text]) => [text, ageBand(text)])).toEqual(bands);
});

test("of several ways to cover all ages, the finest is taken", () => {
  const labels = ["all", "0-15", "16-64", "65+", "0-4", "5-15", "16-39", "40-64"];
  const found = tiling(labels.map(ageBand), (at) => labels[at]?.endsWith("+") ?? false);
  expect(found?.map((at) => labels[at])).toEqual(["0-4", "5-15", "16-39", "40-64", "65+"]);
});

test("bands with a gap or without the oldest cover nothing", () => {
  expect(tiling([ageBand("0-15"), ageBand("18 and over")], () => true)).toBeNull();
  expect(tiling([ageBand("0-15"), ageBand("16-64")], () => false)).toBeNull();
});

test("single years beyond 90 count with it, unless one column has them all", () => {
  const years = Array.from({ length: 101 }, (_, age) => `${age}${age === 100 ? "+" : ""}`);
  expect(tiling(years.map(ageBand), (at) => years[at]?.endsWith("+") ?? false)).toHaveLength(101);
  const both = [...Array.from({ length: 91 }, (_, age) => `${age}`), "90+"];
  const found = tiling(both.map(ageBand), (at) => both[at]?.endsWith("+") ?? false);
  expect(found).toHaveLength(91);
  expect(found?.at(-1)).toBe(91);
});
