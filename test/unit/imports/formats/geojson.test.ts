import type { LocalFile } from "@needs-map/server/imports/files/local-file";
import { peekShapes } from "@needs-map/server/imports/formats/peek";
import { readShapes, type ShapeFile } from "@needs-map/server/imports/formats/shapes";
import type { Feature } from "geojson";
import { describe, expect, test } from "vitest";
import { onDisk } from "./on-disk.ts";

const put = onDisk();

async function read(local: LocalFile, file: Partial<ShapeFile> = {}) {
  const features: [number, Feature][] = [];
  const take = (feature: Feature, row: number) => void features.push([row, feature]);
  const { rows, faults } = await readShapes({ path: local.path, format: "geojson", ...file }, local, take);
  return { features, rows, faults };
}
const point = (x: unknown, y: unknown, properties: object | null = { code: "W1" }) => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [x, y] },
});
const collection = (features: unknown[], members: object = {}) =>
  JSON.stringify({ type: "FeatureCollection", ...members, features });
const named = (name: string) => ({ crs: { type: "name", properties: { name } } });
const positionOf = (feature: Feature | undefined) =>
  feature?.geometry.type === "Point" ? feature.geometry.coordinates.map((degrees) => Number(degrees.toFixed(4))) : null;

/** Sale Town Hall, about. */
const DEGREES = [-2.3195, 53.4245] as const;
const METRES = [378_860, 391_915] as const;

describe("features", () => {
  test("features come one by one, numbered from 1, with properties, holes and parts as they are", async () => {
    const ring = (at: number) => [
      [at, 52],
      [at + 1, 52],
      [at + 1, 53],
      [at, 52],
    ];
    const shape = { type: "MultiPolygon", coordinates: [[ring(0), ring(0.2)], [ring(5)]] };
    const feature = { type: "Feature", properties: { code: 1, name: null }, geometry: shape };
    const { features, rows } = await read(await put("a.geojson", `\uFEFF${collection([feature, point(1, 2)])}`));
    expect(features).toEqual([
      [1, feature],
      [2, point(1, 2)],
    ]);
    expect(rows).toBe(2);
  });

  test("a feature without a shape is given, and what is no feature is a fault", async () => {
    const bare = { type: "Feature", properties: null, geometry: null };
    const { features, faults } = await read(await put("a.geojson", collection([bare, { type: "Point" }, 7])));
    expect(features).toEqual([[1, bare]]);
    expect(faults.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "It is not a GeoJSON feature"],
      [3, "It is not a GeoJSON feature"],
    ]);
  });

  test("coordinates that are no numbers, and shapes that GeoJSON lacks, are faults", async () => {
    const circle = { ...point(0, 0), geometry: { type: "Circle", coordinates: [0, 0] } };
    const flat = { ...point(0, 0), geometry: { type: "Polygon", coordinates: [0, 1] } };
    const { faults } = await read(await put("a.geojson", collection([point("1", 2), circle, flat, point(1, 2)])));
    expect(faults.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "The coordinates are not lists of numbers as the kind of shape needs"],
      [2, 'The shape is a "Circle", which GeoJSON does not have'],
      [3, "The coordinates are not lists of numbers as the kind of shape needs"],
    ]);
  });

  test("only features with some values are given; the column must be there; all count as rows", async () => {
    const local = await put(
      "a.geojson",
      collection([point(1, 2, { kind: "a" }), point(1, 2, { kind: 2 }), point(1, 2, {})]),
    );
    expect((await read(local, { only: { kind: ["2"] }, rows: 3 })).features.map(([row]) => row)).toEqual([2]);
    await expect(read(local, { only: { sort: "a" } })).rejects.toThrow(
      'a.geojson has no column "sort". Its columns are: kind.',
    );
    await expect(read(local, { rows: 2 })).rejects.toThrow("a.geojson: expected 2 rows, found 3.");
  });
});

describe("malformed files", () => {
  const sound = collection([point(1, 2), point(3, 4)]);
  test.each([
    ["a comma too many", sound.replace("]}}]}", "]},}]}"), /an unexpected "}" \(byte \d+, after feature 1\)/],
    ["a missing comma", sound.replace("},{", "}{"), /an unexpected "{" \(byte \d+, after feature 1\)/],
    ["a word", sound.replace("[1,2]", "[1,tw]"), /an unexpected .* \(byte \d+, before the first feature\)/],
    ["more after its end", `${sound}}`, /an unexpected "}" \(byte \d+, after feature 2\)/],
    ["no end", sound.slice(0, -30), /it ends in the middle: the file is truncated \(byte \d+, after feature 1\)/],
    ["a web page instead", "<!doctype html>", /an unexpected "<" \(byte 0, before the first feature\)/],
  ])("a file with %s is refused, with the place", async (_, text, message) => {
    const reading = read(await put("a.geojson", text));
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toThrow(/^a\.geojson cannot be read as GeoJSON: /);
  });

  test("text that is not UTF-8 is refused", async () => {
    const local = await put("a.geojson", Buffer.from(collection([point(1, 2, { name: "Caf\u00E9" })]), "latin1"));
    await expect(read(local)).rejects.toThrow("a.geojson cannot be read as GeoJSON: the text is not UTF-8");
  });

  test.each([
    ["no bytes", "", "a.geojson is empty (0 bytes)."],
    ["a list", "[1]", "a.geojson is not a GeoJSON FeatureCollection."],
    ["a lone feature", JSON.stringify(point(1, 2)), "a.geojson is not a GeoJSON FeatureCollection, but a Feature."],
    ["a topology", '{"type":"Topology","objects":{}}', "a.geojson is not a GeoJSON FeatureCollection, but a Topology."],
    ["no features", collection([]), "a.geojson holds no features."],
  ])("a file of %s is refused", async (_, text, message) => {
    await expect(read(await put("a.geojson", text))).rejects.toThrow(message);
  });
});

describe("reference systems", () => {
  test.each([
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:EPSG::4326",
    "EPSG:4326",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
  ])("%s is longitude and latitude", async (name) => {
    const { features } = await read(await put("a.geojson", collection([point(...DEGREES)], named(name))));
    expect(positionOf(features[0]?.[1])).toEqual([...DEGREES]);
  });

  test.each(["urn:ogc:def:crs:EPSG::27700", "EPSG:27700", "http://www.opengis.net/def/crs/EPSG/0/27700"])(
    "%s is brought into longitude and latitude",
    async (name) => {
      const local = await put("a.geojson", collection([point(...METRES)], named(name)));
      const [lon = 0, lat = 0] = positionOf((await read(local)).features[0]?.[1]) ?? [];
      expect(lon).toBeCloseTo(DEGREES[0], 2);
      expect(lat).toBeCloseTo(DEGREES[1], 2);
      expect(await peekShapes(local)).toMatchObject({ crs: "EPSG:27700", format: "geojson", count: 1, layer: null });
    },
  );

  test("a system that is not read, or other than the recipe's, is named", async () => {
    const mercator = await put("a.geojson", collection([point(...METRES)], named("urn:ogc:def:crs:EPSG::3857")));
    await expect(read(mercator)).rejects.toThrow(
      "a.geojson says that its coordinates are in urn:ogc:def:crs:EPSG::3857, which is not read. Save it in EPSG:4326 or EPSG:27700.",
    );
    await expect(peekShapes(mercator)).rejects.toThrow("which is not read");
    const degrees = await put("b.geojson", collection([point(...DEGREES)], named("EPSG:4326")));
    await expect(read(degrees, { crs: "EPSG:27700" })).rejects.toThrow(
      "b.geojson says that its coordinates are in EPSG:4326 (EPSG:4326), and the recipe says EPSG:27700.",
    );
  });

  test("a system named after the features is taken when it is the one that they were read in", async () => {
    const late = (name: string, x: number, y: number) =>
      `{"type":"FeatureCollection","features":[${JSON.stringify(point(x, y))}],"crs":{"properties":{"name":"${name}"}}}`;
    expect((await read(await put("a.geojson", late("EPSG:4326", ...DEGREES)))).rows).toBe(1);
    const metres = await put("b.geojson", late("EPSG:27700", ...METRES));
    await expect(read(metres)).rejects.toThrow('set "crs": "EPSG:27700" in the recipe.');
    expect((await read(metres, { crs: "EPSG:27700" })).rows).toBe(1);
  });

  test("metres in a file that names no system end in a message that says what to set", async () => {
    const local = await put("a.geojson", collection([point(...METRES), point(...METRES)]));
    await expect(read(local)).rejects.toThrow(
      "a.geojson: coordinates like 378860, 391915 are not longitude and latitude. " +
        'They look like metres of the British National Grid: set "crs": "EPSG:27700" in the recipe.',
    );
    expect((await read(local, { crs: "EPSG:27700" })).rows).toBe(2);
    const peek = await peekShapes(local);
    expect(peek.crs).toBe("EPSG:27700");
    expect(positionOf(peek.features[0])?.[1]).toBeCloseTo(DEGREES[1], 2);
  });

  test("degrees in a file that is said to be in metres end in a message", async () => {
    await expect(read(await put("a.geojson", collection([point(...DEGREES)])), { crs: "EPSG:27700" })).rejects.toThrow(
      'a.geojson: coordinates like -2.3195, 53.4245 are not metres of the British National Grid. They look like degrees: "crs" should be "EPSG:4326".',
    );
    await expect(read(await put("b.geojson", collection([point(...METRES)], named("EPSG:4326"))))).rejects.toThrow(
      "are not longitude and latitude, which the file or its recipe says they are.",
    );
  });

  test("features in metres among others in degrees, and the other way round, are faults of their rows", async () => {
    const mixed = await put("a.geojson", collection([point(...METRES), point(...DEGREES), point(4, 95)]));
    const inDegrees = await read(mixed);
    expect(inDegrees.features.map(([row]) => row)).toEqual([2]);
    expect(inDegrees.faults.map(({ row, reason }) => [row, reason])).toEqual([
      [
        1,
        "The coordinates 378860, 391915 are not a longitude and latitude; they look like metres of the National Grid",
      ],
      [3, "The coordinates 4, 95 are not a longitude and latitude"],
    ]);
    const inMetres = await read(mixed, { crs: "EPSG:27700" });
    expect(inMetres.features.map(([row]) => row)).toEqual([1]);
    expect(inMetres.faults[0]).toMatchObject({
      row: 2,
      reason: "The coordinates -2.3195, 53.4245 are not metres of the British National Grid; they look like degrees",
    });
  });

  test("a peek gives up to 50 features and counts them all", async () => {
    const local = await put("a.geojson", collection(Array.from({ length: 120 }, () => point(...DEGREES))));
    const peek = await peekShapes(local);
    expect(peek).toMatchObject({ crs: null, count: 120 });
    expect(peek.features).toHaveLength(50);
  });
});
