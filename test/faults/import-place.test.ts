import { appendFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@needs-map/server/db/connect";
import {
  dataVersion,
  demandPoint,
  fault,
  place,
  service,
  smallArea,
  sourceFile,
  ward,
} from "@needs-map/server/db/schema";
import { readEnv } from "@needs-map/server/env";
import { addPlace } from "@needs-map/server/imports/add-place";
import { claimVersion } from "@needs-map/server/imports/write/claim";
import { sweepImports } from "@needs-map/server/imports/write/sweep";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TinyFiles, tinyFiles, tinyMirror, tinyRecipe } from "../fixtures/tiny-place.ts";
import { sampleDatabase, type TestDatabase } from "../helpers/sample-database.ts";

let storage: TestDatabase;
let database: Database;

beforeAll(async () => {
  storage = await sampleDatabase();
  database = await openDatabase(readEnv(storage.settings), { role: "command" });
});
afterAll(async () => {
  await database.close();
  await storage.remove();
});
beforeEach(() => forget());

const forget = () => database.db.delete(place).where(eq(place.id, "tiny-place"));
const add = (files: TinyFiles = tinyFiles, mirror = tinyMirror(files), recipe = tinyRecipe(files)) =>
  addPlace(database.db, recipe, { mirror }, () => {});

/** What readers of the tiny place see: its current version, and how many rows of every kind there are in all. */
async function standing() {
  const [current] = await database.db
    .select({ version: place.currentVersion })
    .from(place)
    .where(eq(place.id, "tiny-place"));
  const rows = async (table: typeof ward | typeof demandPoint | typeof service | typeof dataVersion) =>
    database.db.$count(table, eq(table.placeId, "tiny-place"));
  return {
    version: current?.version ?? null,
    versions: await rows(dataVersion),
    wards: await rows(ward),
    points: await rows(demandPoint),
    services: await rows(service),
  };
}

test("an import writes everything and switches to it, with its sources, faults and areas", async () => {
  const added = await add();
  expect(added).toMatchObject({ place: "tiny-place", version: 1 });
  expect(await standing()).toEqual({ version: 1, versions: 1, wards: 2, points: 6, services: 3 });
  const here = eq(ward.placeId, "tiny-place");
  const wards = await database.db
    .select({ name: ward.name, hectares: ward.areaHectares, kind: sql<string>`ST_GeometryType(${ward.geom})` })
    .from(ward)
    .where(here)
    .orderBy(ward.seq);
  expect(wards.map(({ name, kind }) => [name, kind])).toEqual([
    ["West", "ST_MultiPolygon"],
    ["East", "ST_MultiPolygon"],
  ]);
  expect(wards[0]?.hectares).toBeCloseTo(76.4, 0);
  const sources = await database.db.select().from(sourceFile).where(eq(sourceFile.placeId, "tiny-place"));
  expect(sources).toHaveLength(7);
  expect(sources).toContainEqual(expect.objectContaining({ id: "services", licence: "CC0", vintage: "2025", rows: 8 }));
  const faults = await database.db.select().from(fault).where(eq(fault.placeId, "tiny-place"));
  expect(faults).toHaveLength(added.faults.length);
});

test("a shape that crosses itself is made sound", async () => {
  const bow = "[[[0.01,52],[0.02,52.01],[0.02,52],[0.01,52.01],[0.01,52]]]";
  const areas = tinyFiles.areas.replace(/("A3".*?)\[\[\[.*?\]\]\]/, `$1${bow}`);
  expect(areas).toContain(bow);
  await add({ ...tinyFiles, areas });
  const shapes = await database.db
    .select({
      code: smallArea.code,
      valid: sql<boolean>`ST_IsValid(${smallArea.geom})`,
      parts: sql<number>`ST_NumGeometries(${smallArea.geom})::int`,
    })
    .from(smallArea)
    .where(eq(smallArea.placeId, "tiny-place"))
    .orderBy(smallArea.seq);
  expect(shapes).toEqual([
    { code: "A1", valid: true, parts: 1 },
    { code: "A2", valid: true, parts: 1 },
    { code: "A3", valid: true, parts: 2 },
  ]);
});

test("a second import becomes the next version, and the first is kept", async () => {
  await add();
  const services = tinyFiles.services.replace("Old Hall", "New Hall");
  expect((await add({ ...tinyFiles, services })).version).toBe(2);
  expect(await standing()).toMatchObject({ version: 2, versions: 2 });
  const first = and(eq(service.placeId, "tiny-place"), eq(service.version, 1), eq(service.id, "s1"));
  expect(await database.db.select({ name: service.name }).from(service).where(first)).toEqual([{ name: "Old Hall" }]);
});

const spoilt: [string, (mirror: string) => void, RegExp][] = [
  [
    "a missing file",
    (mirror) => rmSync(join(mirror, "postcodes.csv")),
    /postcodes\.csv is missing: looked in .*needs-map-mirror/,
  ],
  [
    "a truncated file",
    (mirror) => truncateSync(join(mirror, "postcodes.csv"), 100),
    /postcodes\.csv is truncated: expected 227 bytes, found 100/,
  ],
  [
    "an altered file",
    (mirror) => writeFileSync(join(mirror, "services.csv"), tinyFiles.services.replace("30", "90")),
    /services\.csv is not the file that the recipe names: expected sha256 [0-9a-f]{64}, found [0-9a-f]{64}/,
  ],
  [
    "a longer file",
    (mirror) => appendFileSync(join(mirror, "wards.geojson"), " "),
    /wards\.geojson is not the file that the recipe names/,
  ],
];

test.each(spoilt)("a mirror with %s ends in one clear message and changes nothing", async (_, spoil, message) => {
  await add();
  const before = await standing();
  const mirror = tinyMirror();
  spoil(mirror);
  await expect(add(tinyFiles, mirror)).rejects.toThrow(message);
  expect(await standing()).toEqual(before);
});

test("a first import that fails leaves no place behind", async () => {
  await expect(add(tinyFiles, tmpdir())).rejects.toThrow(/wards\.geojson is missing/);
  expect(await standing()).toEqual({ version: null, versions: 0, wards: 0, points: 0, services: 0 });
  expect(await database.db.$count(place, eq(place.id, "tiny-place"))).toBe(0);
});

test("a file with another number of rows than named stops the import", async () => {
  const recipe = tinyRecipe();
  const files = recipe.files.map((file) => (file.role === "wards" ? { ...file, rows: 3 } : file));
  await expect(add(tinyFiles, tinyMirror(), { ...recipe, files })).rejects.toThrow(
    "wards.geojson: expected 3 rows, found 2.",
  );
});

test("a failure while writing leaves the version before as it was", async () => {
  await add();
  const before = await standing();
  const recipe = tinyRecipe();
  const twice = { ...recipe, serviceTypes: [...recipe.serviceTypes, ...recipe.serviceTypes] };
  await expect(add(tinyFiles, tinyMirror(), twice)).rejects.toThrow();
  expect(await standing()).toEqual(before);
});

test("of two imports of one place at once the second is refused, and the first goes on", async () => {
  const [first, second] = await Promise.allSettled([add(), add()]);
  const refused = [first, second].filter((result) => result?.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(String(refused[0]?.reason)).toMatch(/Another import of tiny-place is running/);
  expect(await standing()).toEqual({ version: 1, versions: 1, wards: 2, points: 6, services: 3 });
});

test("what an import of a process that has ended left behind is removed", async () => {
  await add();
  const before = await standing();
  const left = await claimVersion(database.db, tinyRecipe());
  const ofLeft = and(eq(dataVersion.placeId, left.place), eq(dataVersion.version, left.version));
  expect(await sweepImports(database.db)).toEqual([]);
  await database.db.update(dataVersion).set({ counts: sql`counts || '{"pid": 4194304}'` }).where(ofLeft);
  expect(await sweepImports(database.db)).toEqual([left]);
  expect(await standing()).toEqual(before);
});

test("an import of another machine counts as dead after a minute without a sign of life", async () => {
  const left = await claimVersion(database.db, tinyRecipe());
  const ofLeft = and(eq(dataVersion.placeId, left.place), eq(dataVersion.version, left.version));
  await database.db.update(dataVersion).set({ counts: sql`counts || '{"host": -1}'` }).where(ofLeft);
  await expect(add()).rejects.toThrow(/Another import of tiny-place is running/);
  await database.db
    .update(dataVersion)
    .set({ counts: sql`counts || jsonb_build_object('beat', (counts->>'beat')::float8 - 61)` })
    .where(ofLeft);
  expect((await add()).version).toBe(1);
});
