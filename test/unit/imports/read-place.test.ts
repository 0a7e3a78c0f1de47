import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readPlace } from "@needs-map/server/imports/read/place";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import { expect, test } from "vitest";
import { type TinyFiles, tinyFiles, tinyMirror, tinyRecipe } from "../../fixtures/tiny-place.ts";

const read = (files: TinyFiles = tinyFiles) => readPlace(tinyRecipe(files), { mirror: tinyMirror(files) }, () => {});
const tiny = await read();
const faultsOf = (path: string) =>
  tiny.faults.filter(({ file }) => file === path).map(({ row, field, reason }) => [row, field, reason]);
const peopleOf = (cells: number[]) =>
  cells
    .flatMap((cell) => Array.from(tiny.demand.people.subarray(cell * AGES, (cell + 1) * AGES)))
    .reduce((a, b) => a + b, 0);

test("a postcode stands in the ward and area that the file names when their codes are known", () => {
  const [first] = tiny.demand.points;
  expect(first).toMatchObject({ label: "TY1 1AA", street: "High Street", ward: 0, area: 0 });
});

test("a postcode of another vintage stands in the polygons that hold it", () => {
  const byLabel = new Map(tiny.demand.points.map((point) => [point.label, point]));
  expect(byLabel.get("TY1 2AA")).toMatchObject({ ward: 1, area: 1 });
  expect(byLabel.get("TY1 2AB")).toMatchObject({ ward: 0, area: 0 });
});

test("rows of other places are passed over and are no faults", () => {
  expect(faultsOf("postcodes.csv")).toEqual([]);
  expect(faultsOf("areaPeople.csv")).toEqual([]);
  expect(tiny.postcodes).toBe(5);
});

test("a small area with people and no postcode gets its inside point", () => {
  expect(tiny.demand.extra).toBe(1);
  expect(tiny.demand.points.at(-1)).toMatchObject({ label: "A3", ward: 1, area: 2 });
});

test("people are shared so that wards have their published totals", () => {
  const cellsOfWard = (ward: number) =>
    [...tiny.demand.cells.ward.keys()].filter((cell) => tiny.demand.cells.ward[cell] === ward);
  expect(peopleOf(cellsOfWard(0))).toBeCloseTo(4 * AGES, 6);
  expect(peopleOf(cellsOfWard(1))).toBeCloseTo(8 * AGES, 6);
  expect(tiny.demand.remaining).toBeLessThanOrEqual(1);
});

test("ward totals of another date are not used, and the place says so", async () => {
  const recipe = tinyRecipe();
  const files = recipe.files.map((file) => (file.role === "people-wards" ? { ...file, date: "2021-03-21" } : file));
  const place = await readPlace({ ...recipe, files }, { mirror: tinyMirror() }, () => {});
  expect(place.demand.fitted).toBe(false);
  expect(place.faults.map(({ reason }) => reason)).toContainEqual(
    expect.stringContaining("counted equally among its postcodes"),
  );
});

test("an indicator that is missing stays missing, and one that is no number is a fault", () => {
  expect(tiny.indicators.map(({ id, values }) => [id, ...values])).toEqual([
    ["score", 29.5, 10, null],
    ["share", null, 0.25, 0.5],
  ]);
  expect(faultsOf("indicators.csv")).toEqual([[4, "score", '"n/k" is not a number; it counts as missing']]);
});

test("services keep their ids, a missing capacity stays missing, and one without coordinates stands at its postcode", () => {
  expect(
    tiny.services.map(({ id, ward, capacity, checked, checkedOn, legalForm }) => [
      id,
      ward,
      capacity,
      checked,
      checkedOn,
      legalForm,
    ]),
  ).toEqual([
    ["s1", 0, 30, true, "2025-03-01", "community"],
    ["s2", 1, null, false, null, "voluntary"],
    ["s5", 1, null, false, null, null],
  ]);
  expect(tiny.services[1]).toMatchObject({ lon: 0.0101, lat: 52.005 });
});

test("a service far from the place is a mistake, and one just outside is left out, counted and told", async () => {
  const reason = "Far Hall lies at 5, 50, far from the place";
  expect(tiny.faults).toContainEqual({ file: "services.csv", row: 4, field: "lon", reason });
  const services = tinyFiles.services.replace("5,50,10", "0.03,52.005,10");
  const place = await read({ ...tinyFiles, services });
  expect(place.servicesOutside).toBe(1);
  expect(place.faults.map((fault) => fault.reason)).toContain("Far Hall lies outside the place and is left out");
});

test.each([
  ["5,50,10", "52.005,0.005,10", "Far Hall has its longitude and latitude the wrong way round"],
  ["5,50,10", "0,0,10", "Far Hall has the coordinates 0, 0, which stand for none"],
])("coordinates that are swapped or nothing are told (%s → %s)", async (from, to, reason) => {
  const { faults } = await read({ ...tinyFiles, services: tinyFiles.services.replace(from, to) });
  expect(faults).toContainEqual({ file: "services.csv", row: 4, field: "lon", reason });
});

test("codes of another year match nothing, and the message says so", async () => {
  const areaPeople = tinyFiles.areaPeople.replaceAll(/A(\d),/g, "OLD$1,");
  await expect(read({ ...tinyFiles, areaPeople })).rejects.toThrow(
    /no people for 3 of the 3 areas.*OLD1.*another year/,
  );
  const indicators = tinyFiles.indicators.replaceAll(/^A/gm, "OLD").replace("OLDrea", "area");
  const { faults } = await read({ ...tinyFiles, indicators: indicators.replace("area,", "area,") });
  expect(faults.map((fault) => fault.reason)).toContainEqual(
    expect.stringMatching(/None of its codes .* another year/),
  );
});

test("every fault of a services file names its row, its field and the reason", () => {
  expect(faultsOf("services.csv").sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
    [4, "lon", "Far Hall lies at 5, 50, far from the place"],
    [5, "postcode", "Lost has no coordinates, and its postcode is not in the place"],
    [6, "places", '"many" is not a number of places; it counts as missing'],
    [6, "checked", '"maybe" is not yes or no; it counts as not checked'],
    [6, "on", '"2025-02-30" is not a date like 2025-03-31'],
    [7, "id", "The id s1 comes twice; the first counts"],
    [8, "type", '"ponds" is not a service type of the place'],
    [9, null, "The row has 2 fields and the headings are 10"],
  ]);
});

test("a longitude that is no number is a fault, and the postcode is not used in its stead", async () => {
  const services = tinyFiles.services.replace("TY1 1AC,,", "TY1 1AC,east,52");
  const { faults } = await read({ ...tinyFiles, services });
  const reason = "Mill has no coordinates that can be read";
  expect(faults).toContainEqual({ file: "services.csv", row: 3, field: "lon", reason });
});

test("an empty Welsh name is none", () => {
  expect(tiny.wards.units.map(({ nameWelsh }) => nameWelsh)).toEqual(["Gorllewin", null]);
});

test("a gzipped file of a mirror is opened, and its checksum is that of its contents", async () => {
  const mirror = tinyMirror({ ...tinyFiles });
  writeFileSync(join(mirror, "services.csv.gz"), gzipSync(tinyFiles.services));
  writeFileSync(join(mirror, "wards.geojson"), gzipSync(tinyFiles.wards));
  const place = await readPlace(tinyRecipe(), { mirror }, () => {});
  expect(place.wards.units).toHaveLength(2);
});

const stops: [string, Partial<TinyFiles>, RegExp][] = [
  [
    "a ward without a code",
    { wards: tinyFiles.wards.replace('"W2"', '""') },
    /wards\.geojson, feature 2: it has no "code"/,
  ],
  ["a ward code that comes twice", { wards: tinyFiles.wards.replace('"W2"', '"W1"') }, /the code W1 comes twice/],
  [
    "an open ring",
    { wards: tinyFiles.wards.replace("[0,52]]", "[0,52.1]]") },
    /the shape of W1 cannot be used: it has a ring that is not closed/,
  ],
  [
    "a small area without people",
    { areaPeople: tinyFiles.areaPeople.replaceAll("A3", "A9") },
    /no people for 1 of the 3 areas of the boundaries: A3/,
  ],
  [
    "two rows of people for one area",
    { areaPeople: tinyFiles.areaPeople.replaceAll("Females", "Persons") },
    /row 3: A1 comes twice/,
  ],
  [
    "people that are no number",
    { areaPeople: tinyFiles.areaPeople.replace("Persons,6", "Persons,x") },
    /row 2, column "0": "x" is not a number of people/,
  ],
  [
    "a heading that is not there",
    { postcodes: tinyFiles.postcodes.replace("lat", "latitude") },
    /has no column "lat"\. Its columns are: postcode/,
  ],
  [
    "people below nothing",
    { areaPeople: tinyFiles.areaPeople.replace("Persons,6", "Persons,-6") },
    /row 2, column "0": "-6" is not a number of people/,
  ],
  ["text that is not GeoJSON", { wards: tinyFiles.wards.slice(0, -1) }, /wards\.geojson cannot be read as GeoJSON/],
  [
    "other coordinates",
    { wards: tinyFiles.wards.replace("{", '{"crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},') },
    /coordinates like 0, 52 are not metres of the British National Grid/,
  ],
];

test.each(stops)("%s stops the import and is named", async (_, change, message) => {
  await expect(read({ ...tinyFiles, ...change })).rejects.toThrow(message);
});
