import { pointInPolygon } from "@needs-map/shared/domain/geo/inside";
import { expect, test } from "vitest";
import { doubleArea, ringsOf, sampleBasemap, sampleShapes, sampleTable, sidesOf, turned } from "./read-sample.ts";

const wards = sampleShapes("wards.geojson").features;
const areas = sampleShapes("small-areas.geojson").features;

const cross = (a: readonly number[], b: readonly number[], c: readonly number[]) =>
  ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) - ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0));

test("there are 24 wards of different names, and about 150 small areas", () => {
  expect(new Set(wards.map(({ properties }) => properties.name)).size).toBe(24);
  expect(areas.length).toBeGreaterThan(140);
  expect(areas.length).toBeLessThan(160);
});

test.each([
  ["wards", wards],
  ["small areas", areas],
])(
  "%s share their edges exactly: each side is used once in each direction, or lies on the outer edge",
  (_, features) => {
    const sides = features.flatMap(({ geometry }) => sidesOf(geometry));
    const known = new Set(sides);
    expect(known.size).toBe(sides.length);
    const outer = sides.filter((side) => !known.has(turned(side)));
    const ends = new Map(outer.map((side) => side.split(" ") as [string, string]));
    const [start = ""] = ends.keys();
    let steps = 0;
    for (let at = start; steps === 0 || at !== start; at = ends.get(at) ?? start) steps++;
    expect(steps).toBe(outer.length);
  },
);

test.each([
  ["wards", wards],
  ["small areas", areas],
])("%s are single rings that run anticlockwise, never touch themselves and never cross", (_, features) => {
  for (const { geometry } of features) {
    const [ring = [], ...holes] = ringsOf(geometry);
    expect(holes).toEqual([]);
    expect(doubleArea(geometry)).toBeGreaterThan(0);
    expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
    for (let one = 1; one < ring.length; one++) {
      for (let two = one + 2; two < ring.length - (one === 1 ? 1 : 0); two++) {
        const [a = [], b = [], c = [], d = []] = [ring[one - 1], ring[one], ring[two - 1], ring[two]];
        const crossing = cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0;
        if (crossing) expect.unreachable(`${a} crosses ${c}`);
      }
    }
  }
});

test("small areas fill their ward and nothing else", () => {
  for (const ward of wards) {
    const own = areas.filter(({ properties }) => properties.ward === ward.properties.code);
    expect(own.length).toBeGreaterThan(2);
    const sides = own.flatMap(({ geometry }) => sidesOf(geometry));
    const known = new Set(sides);
    const rim = sides.filter((side) => !known.has(turned(side)));
    expect(rim.sort()).toEqual(sidesOf(ward.geometry).sort());
    const sum = own.reduce((total, { geometry }) => total + doubleArea(geometry), 0);
    expect(sum / doubleArea(ward.geometry)).toBeCloseTo(1, 6);
  }
});

test("every postcode stands inside its ward and its small area", () => {
  const shapeOf = new Map([...wards, ...areas].map(({ properties, geometry }) => [properties.code, geometry]));
  const postcodes = sampleTable("postcodes.csv");
  expect(postcodes.length).toBeGreaterThan(3800);
  expect(new Set(postcodes.map(({ postcode }) => postcode)).size).toBe(postcodes.length);
  for (const { postcode, ward = "", area = "", lon, lat } of postcodes) {
    for (const code of [ward, area]) {
      const shape = shapeOf.get(code);
      expect(shape && pointInPolygon(Number(lon), Number(lat), shape), `${postcode} in ${code}`).toBe(true);
    }
  }
});

test("every postcode's street is drawn on the map, and Tannery Road runs through Eastgate", () => {
  const drawn = new Set(
    sampleBasemap()
      .features.filter(({ properties }) => /^(road|street)/.test(properties.kind))
      .map(({ properties }) => properties.name),
  );
  const postcodes = sampleTable("postcodes.csv");
  for (const { street } of postcodes) expect(drawn).toContain(street);
  const eastgate = wards.find(({ properties }) => properties.name === "Eastgate")?.properties.code;
  expect(postcodes.some(({ street, ward }) => street === "Tannery Road" && ward === eastgate)).toBe(true);
});

test("no two streets bear the same name", () => {
  const names = sampleBasemap()
    .features.filter(({ properties }) => /^(road|street)/.test(properties.kind))
    .map(({ properties }) => properties.name);
  expect(new Set(names).size).toBe(names.length);
});
