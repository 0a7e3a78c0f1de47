import { expect, test } from "vitest";
import { doubleArea, sampleShapes, sampleTable } from "./read-sample.ts";

const areas = sampleShapes("small-areas.geojson").features;
const people = sampleTable("people-small-areas.csv");
const AGES = [...Array.from({ length: 90 }, (_, age) => String(age)), "90+"];

const between = (row: Record<string, string>, from: number, to: number) =>
  AGES.slice(from, to + 1).reduce((sum, age) => sum + Number(row[age]), 0);

const shareOf = (from: number, to: number) => people.map((row) => between(row, from, to) / between(row, 0, 90));
const density = people.map((row, at) => between(row, 0, 90) / doubleArea(areas[at]?.geometry ?? expect.unreachable()));

/** Pearson's correlation over the small areas where both are known. */
function correlation(x: readonly number[], y: readonly number[]): number {
  const pairs = x.flatMap((value, at): [number, number][] => {
    const other = y[at] ?? Number.NaN;
    return Number.isNaN(value) || Number.isNaN(other) ? [] : [[value, other]];
  });
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (of: (dx: number, dy: number) => number) =>
    pairs.reduce((total, [a, b]) => total + of(a - mx, b - my), 0);
  return sum((dx, dy) => dx * dy) / Math.sqrt(sum((dx) => dx * dx) * sum((_, dy) => dy * dy));
}

const figure = (file: string, column: string) =>
  sampleTable(file).map((row) => (row[column] === "" ? Number.NaN : Number(row[column])));
const deprivation = figure("deprivation.csv", "deprivation");
const noCar = figure("households.csv", "households_without_a_car");

test("the ages are whole numbers, and wards are the sums of their small areas", () => {
  const wardOf = new Map(areas.map(({ properties }) => [properties.code, properties.ward]));
  for (const ward of sampleTable("people-wards.csv")) {
    const own = people.filter(({ code = "" }) => wardOf.get(code) === ward.code);
    for (const age of AGES) {
      const sum = own.reduce((total, row) => total + Number(row[age]), 0);
      expect(Number.isInteger(sum)).toBe(true);
      expect(sum).toBe(Number(ward[age]));
    }
  }
});

test("about 215,000 people live there, in small areas of a thousand to two thousand", () => {
  const sizes = people.map((row) => between(row, 0, 90));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(205_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(225_000);
  expect(Math.min(...sizes)).toBeGreaterThan(900);
  expect(Math.max(...sizes)).toBeLessThan(2200);
});

test("figures follow each other as they do in life", () => {
  expect(correlation(deprivation, noCar)).toBeGreaterThan(0.75);
  expect(correlation(deprivation, noCar)).toBeLessThan(0.98);
  expect(correlation(deprivation, figure("deprivation.csv", "crime"))).toBeGreaterThan(0.6);
  expect(correlation(deprivation, figure("households.csv", "children_in_low_income_families"))).toBeGreaterThan(0.85);
  expect(correlation(deprivation, density)).toBeGreaterThan(0.15);
  expect(correlation(density, noCar)).toBeGreaterThan(0.4);
  expect(correlation(deprivation, shareOf(0, 15))).toBeGreaterThan(0.3);
  expect(correlation(deprivation, shareOf(65, 90))).toBeLessThan(-0.5);
  expect(correlation(figure("deprivation.csv", "barriers_to_housing_and_services"), density)).toBeLessThan(-0.4);
});

test("a few figures are missing, and none is beyond what it can be", () => {
  const missing = noCar.filter(Number.isNaN).length;
  expect(missing).toBeGreaterThan(0);
  expect(missing).toBeLessThan(5);
  for (const column of ["households_without_a_car", "children_in_low_income_families", "overcrowded_households"]) {
    for (const value of figure("households.csv", column)) expect(value < 0 || value > 100).toBe(false);
  }
});

test("students live near the centre and older people in the villages", () => {
  const mean = (ward: string, share: readonly number[]) => {
    const own = areas.flatMap(({ properties }, at) => (properties.name.startsWith(ward) ? [share[at] ?? 0] : []));
    return own.reduce((sum, one) => sum + one, 0) / own.length;
  };
  expect(mean("Market", shareOf(18, 22))).toBeGreaterThan(3 * mean("Holm Valley", shareOf(18, 22)));
  expect(mean("Ashdown Green", shareOf(65, 90))).toBeGreaterThan(2 * mean("Eastgate", shareOf(65, 90)));
});

test("figures of earlier years follow those of today, and one ward's are held back for one year", () => {
  const children = figure("households.csv", "children_in_low_income_families");
  for (const year of [2021, 2022, 2023, 2024])
    expect(correlation(children, figure("earlier.csv", `children_in_low_income_families_${year}`))).toBeGreaterThan(
      0.95,
    );
  expect(correlation(deprivation, figure("earlier.csv", "deprivation_2015"))).toBeGreaterThan(0.8);
  const held = sampleTable("earlier.csv").flatMap((row) =>
    row.children_in_low_income_families_2023 === "" ? [row.code] : [],
  );
  const wards = areas.flatMap(({ properties }) => (held.includes(properties.code) ? [properties.ward] : []));
  expect([...new Set(wards)]).toEqual(["X05000010"]);
});
