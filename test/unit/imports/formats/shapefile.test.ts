import { gzipSync } from "node:zlib";
import type { LocalFile } from "@needs-map/server/imports/files/local-file";
import { peekShapes } from "@needs-map/server/imports/formats/peek";
import { readShapes, type ShapeFile } from "@needs-map/server/imports/formats/shapes";
import type { Feature, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { buildDbf, buildShapefile, buildShp, NATIONAL_GRID_PRJ, WGS84_PRJ } from "./build-shapefile.ts";
import { buildZip } from "./build-zip.ts";
import { onDisk } from "./on-disk.ts";

const put = onDisk();

async function read(local: LocalFile, file: Partial<ShapeFile> = {}) {
  const features: Feature[] = [];
  const take = (feature: Feature) => void features.push(feature);
  const { rows, faults } = await readShapes({ path: local.path, format: "shapefile", ...file }, local, take);
  return { features, rows, faults };
}
/** A square ring that turns right, as outer rings of a shapefile do. */
const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const hole = (x: number, y: number, side: number) => square(x, y, side).reverse();

describe("shapes", () => {
  test("points, polygons with holes, several parts, and features without a shape are read with their table", async () => {
    const shapes = [
      [square(0, 50, 1)],
      [square(0, 50, 1), hole(0.2, 50.2, 0.5)],
      [square(0, 50, 1), square(5, 50, 1), hole(5, 50.2, 0.5), hole(0.2, 50.2, 0.1)],
      null,
      [2, 52],
    ];
    const { features, rows } = await read(await put("a.zip", buildShapefile(shapes, { prj: WGS84_PRJ })));
    expect(rows).toBe(5);
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: "Polygon", coordinates: [hole(0, 50, 1)] },
      { type: "Polygon", coordinates: [hole(0, 50, 1), square(0.2, 50.2, 0.5)] },
      {
        type: "MultiPolygon",
        coordinates: [
          [hole(0, 50, 1), square(0.2, 50.2, 0.1)],
          [hole(5, 50, 1), square(5, 50.2, 0.5)],
        ],
      },
      null,
      { type: "Point", coordinates: [2, 52] },
    ]);
    expect(features[1]?.properties).toEqual({ code: "C2", people: 1, made: "2025-05-01" });
  });

  test("empty cells are null, and text is read by its code page, or as what it must be", async () => {
    const rows = (name: Buffer | string) => buildDbf([[name, "", ""]]);
    const latin = Buffer.from("Caf\u00E9", "latin1");
    const one = async (dbf: Buffer, cpg: string | null) =>
      (await read(await put("a.zip", buildShapefile([null], { dbf, cpg })))).features[0]?.properties;
    expect(await one(rows(latin), "1252")).toEqual({ code: "Caf\u00E9", people: null, made: null });
    expect(await one(rows(latin), "ISO-8859-1")).toMatchObject({ code: "Caf\u00E9" });
    expect(await one(rows(latin), null)).toMatchObject({ code: "Caf\u00E9" });
    expect(await one(rows("Caf\u00E9"), "UTF-8")).toMatchObject({ code: "Caf\u00E9" });
    expect(await one(rows("Caf\u00E9"), null)).toMatchObject({ code: "Caf\u00E9" });
  });

  test("only features with some values are given, and the column must be there", async () => {
    const local = await put("a.zip", buildShapefile([null, null, null]));
    expect((await read(local, { only: { code: ["C1", "C3"] }, rows: 3 })).features).toHaveLength(2);
    await expect(read(local, { only: { sort: "a" } })).rejects.toThrow(
      'a.zip has no column "sort". Its columns are: code, people, made.',
    );
  });

  test("a gzipped zip is read as well", async () => {
    expect((await read(await put("a.zip.gz", gzipSync(buildShapefile([null]))))).rows).toBe(1);
  });
});

describe("reference systems", () => {
  test("the National Grid is brought into longitude and latitude", async () => {
    const local = await put("a.zip", buildShapefile([[530_624.974, 178_388.464]], { prj: NATIONAL_GRID_PRJ }));
    const [feature] = (await read(local)).features;
    const [lon = 0, lat = 0] = feature?.geometry.type === "Point" ? feature.geometry.coordinates : [];
    expect(lon).toBeCloseTo(-0.1199, 3);
    expect(lat).toBeCloseTo(51.4894, 3);
    expect(await peekShapes(local)).toMatchObject({ format: "shapefile", crs: "EPSG:27700", count: 1, layer: null });
    await expect(read(local, { crs: "EPSG:4326" })).rejects.toThrow(
      "a.zip says that its coordinates are in EPSG:27700 (British_National_Grid), and the recipe says EPSG:4326.",
    );
  });

  test("without a .prj, metres need to be named in the recipe", async () => {
    const local = await put("a.zip", buildShapefile([[530_624.974, 178_388.464]]));
    await expect(read(local)).rejects.toThrow('set "crs": "EPSG:27700" in the recipe.');
    expect((await read(local, { crs: "EPSG:27700" })).rows).toBe(1);
  });

  test("another system is named", async () => {
    const prj = 'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984"]]';
    await expect(read(await put("a.zip", buildShapefile([[1, 2]], { prj })))).rejects.toThrow(
      "a.zip says that its coordinates are in WGS_1984_Web_Mercator_Auxiliary_Sphere, which is not read.",
    );
  });
});

describe("what a zip lacks or has too much of", () => {
  test("a zip without a .shp or without its .dbf is refused", async () => {
    await expect(read(await put("a.zip", buildZip([{ name: "a.txt", contents: "x" }])))).rejects.toThrow(
      "a.zip holds no shapefile (.shp). It holds: a.txt.",
    );
    await expect(read(await put("a.zip", buildShapefile([null], { dbf: null })))).rejects.toThrow(
      "a.zip lacks the table that belongs to wards/Wards.shp (.dbf).",
    );
  });

  test("of several shapefiles one must be named; those of a Mac do not count", async () => {
    const more = [
      { name: "more/Other.shp", contents: buildShp([[3, 53]]) },
      { name: "more/Other.dbf", contents: buildDbf([["X", "1", ""]]) },
      { name: "__MACOSX/wards/._Wards.shp", contents: "x" },
    ];
    const local = await put("a.zip", buildShapefile([null], { more }));
    await expect(read(local)).rejects.toThrow('a.zip holds several shapefiles: set "layer" to one of Wards, Other.');
    await expect(read(local, { layer: "Neither" })).rejects.toThrow(
      'a.zip has no one layer "Neither". Its layers are: Wards, Other.',
    );
    expect((await read(local, { layer: "Other" })).features[0]?.geometry).toEqual({
      type: "Point",
      coordinates: [3, 53],
    });
    expect((await read(local, { layer: "more/Other.shp" })).rows).toBe(1);
    expect((await peekShapes(local)).layer).toBe("wards/Wards.shp");
  });

  test("a truncated .shp, a table of another length, and other bytes are refused", async () => {
    const shapes = [[square(0, 50, 1)], [square(2, 50, 1)]];
    const table = (count: number) => buildDbf(Array.from({ length: count }, () => ["X", "1", ""]));
    const zip = (shp: Buffer, dbf: Buffer) =>
      buildZip([
        { name: "a.shp", contents: shp },
        { name: "a.dbf", contents: dbf },
      ]);
    const reading = async (shp: Buffer, dbf: Buffer) => read(await put("a.zip", zip(shp, dbf)));
    const shp = buildShp(shapes);
    await expect(reading(shp.subarray(0, -20), table(2))).rejects.toThrow("a.zip: a.shp is damaged: it is truncated");
    await expect(reading(shp, table(3))).rejects.toThrow(
      "a.zip: a.shp is damaged after feature 2: its table has 3 rows, and its shapes are fewer.",
    );
    await expect(reading(shp, table(1))).rejects.toThrow("its table has 1 rows, and its shapes are more.");
    await expect(reading(shp, table(2).subarray(0, -15))).rejects.toThrow("its table ends after 1 of 2 rows");
    await expect(reading(Buffer.from("no shapes"), table(1))).rejects.toThrow(
      "a.zip: a.shp is damaged: it is no .shp file.",
    );
    await expect(reading(buildShp([]), table(0))).rejects.toThrow("a.zip holds no features.");
  });
});
