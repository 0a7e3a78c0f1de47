import { createApp } from "@needs-map/server/app";
import { createDeps } from "@needs-map/server/create-deps";
import { type Database, openDatabase } from "@needs-map/server/db/connect";
import { readEnv } from "@needs-map/server/env";
import { addPlace } from "@needs-map/server/imports/add-place";
import { restoreVersion } from "@needs-map/server/imports/write/claim";
import { createLog } from "@needs-map/server/log";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Service } from "@needs-map/shared/contract/service";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TinyFiles, tinyFiles, tinyMirror, tinyRecipe } from "../fixtures/tiny-place.ts";
import { sampleDatabase, type TestDatabase } from "../helpers/sample-database.ts";

let storage: TestDatabase;
let database: Database;
let app: ReturnType<typeof createApp>;

const add = (files: TinyFiles) => addPlace(database.db, tinyRecipe(files), { mirror: tinyMirror(files) }, () => {});
const detail = async () => (await (await app.request("/api/v1/places/tiny-place")).json()) as PlaceDetail;
const services = async () => {
  const answer = await app.request("/api/v1/places/tiny-place/services");
  return ((await answer.json()) as { services: Service[] }).services.map(({ id }) => id);
};

/** One service moved by about 70 metres, one by less than 10, one gone, one new; two people an age more in the west. */
const later: TinyFiles = {
  ...tinyFiles,
  areaPeople: tinyFiles.areaPeople.replaceAll(/^(A1,Persons),.*$/gm, `$1${",8".repeat(91)}`),
  wardPeople: tinyFiles.wardPeople.replaceAll(/^(W1,Persons),.*$/gm, `$1${",6".repeat(91)}`),
  services: [
    "id,name,type,postcode,lon,lat,places,form,checked,on",
    "s1,Old Hall,clubs,,0.003,52.002,30,community,yes,2025-03-01",
    "s2,Mill,clubs,TY1 1AC,,,,voluntary,no,",
    "s9,New Yard,clubs,,0.015,52.005,12,,yes,",
  ].join("\n"),
};

beforeAll(async () => {
  storage = await sampleDatabase();
  database = await openDatabase(readEnv(storage.settings), { role: "command" });
  app = createApp(createDeps(database.db, createLog("silent"), "test", readEnv(storage.settings)), {
    clientFolder: ".",
    baseUrl: null,
    pages: { mapStyleUrl: null, version: "0.0.0" },
    whyNotReady: async () => null,
  });
});
afterAll(async () => {
  await database.close();
  await storage.remove();
});

test("every import is a version that tells what changed, and any version can be restored", async () => {
  const first = await add(tinyFiles);
  expect(first.changes).toBeNull();
  const second = await add(later);
  expect(second.changes).toEqual({
    since: 1,
    wards: { added: 0, gone: 0 },
    smallAreas: { added: 0, gone: 0 },
    services: { added: 1, gone: 1, moved: 1 },
    people: { difference: expect.closeTo(2 * 91, 6), wards: 1 },
  });
  expect(await services()).toEqual(["s2", "s9", "s1"]);
  const before = await detail();
  expect(before.versions.map(({ version, current }) => [version, current])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect(before.versions[1]?.changes).toBeNull();
  expect(before.versions.map(({ faults }) => faults)).toEqual([second.faults.length, first.faults.length]);
  expect(first.faults.length).not.toBe(second.faults.length);

  await restoreVersion(database.db, { place: "tiny-place", version: 1 });
  await expect.poll(services, { timeout: 5000 }).toEqual(["s2", "s1", "s5"]);
  const after = await detail();
  expect(after.dataVersion).toBe(1);
  expect(after.versions.map(({ version, current }) => [version, current])).toEqual([
    [2, false],
    [1, true],
  ]);

  const again = await add(tinyFiles);
  expect(again.version).toBe(3);
  expect(again.changes).toMatchObject({ since: 1, services: { added: 0, gone: 0, moved: 0 } });
});

test("a version that is not there is not restored, and the ones that are there are named", async () => {
  await expect(restoreVersion(database.db, { place: "tiny-place", version: 9 })).rejects.toThrow(
    "tiny-place has no version 9. Its versions are: 1, 2, 3.",
  );
  await expect(restoreVersion(database.db, { place: "nowhere", version: 1 })).rejects.toThrow(
    'There is no place "nowhere".',
  );
});

test("a ring that crosses itself is mended on writing, and told with its feature and the crossing", async () => {
  const bowTie = "[[[0,52],[0.01,52.01],[0.01,52],[0,52.01],[0,52]]]";
  const square = "[[[0,52],[0.01,52],[0.01,52.01],[0,52.01],[0,52]]]";
  const at = tinyFiles.areas.indexOf(square);
  const areas = tinyFiles.areas.slice(0, at) + bowTie + tinyFiles.areas.slice(at + square.length);
  const { faults } = await add({ ...tinyFiles, areas });
  expect(faults).toContainEqual({
    file: "areas.geojson",
    row: 1,
    field: null,
    reason: "The shape of A1 is not sound (self-intersection at 0.005000, 52.005000); it was mended",
  });
});
