import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "@needs-map/server/commands/run-command";
import { type Database, openDatabase } from "@needs-map/server/db/connect";
import { place } from "@needs-map/server/db/schema";
import { readEnv } from "@needs-map/server/env";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tinyFiles, tinyMirror, tinyRecipe } from "../fixtures/tiny-place.ts";
import { sampleDatabase, type TestDatabase } from "../helpers/sample-database.ts";

const ID = "tiny-commanded";
const mirror = tinyMirror(tinyFiles);
const recipe = join(mirror, "recipe.json");
writeFileSync(recipe, JSON.stringify(tinyRecipe(tinyFiles, ID)));
let storage: TestDatabase;
let server: Database;

beforeAll(async () => {
  storage = await sampleDatabase();
  server = await openDatabase(readEnv(storage.settings), { role: "server" });
});
afterAll(async () => {
  await server.close();
  await storage.remove();
});

/** Runs a command beside the running server, with a person who answers so, or nobody. */
async function needsmap(words: string[], answer: string | null = null) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runCommand(
    {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      live: false,
      ask: async () => answer,
      path: (written) => written,
      env: storage.settings,
    },
    words,
  );
  return { status, out: out.join(""), err: err.join("") };
}

test("a place is added beside a running server, listed and removed", async () => {
  const added = await needsmap(["place", "add", recipe, "--mirror", mirror]);
  expect(added.status).toBe(0);
  expect(added.out).toMatch(/Tiny Place \(tiny-commanded\) is loaded as version 1\./);
  expect(added.out).toContain("9 faults in the files:");
  expect(added.out).toContain("services.csv, row 7, id: The id s1 comes twice; the first counts");
  expect(added.err).toMatch(/Reading wards\.geojson[\s\S]*Writing services/);
  expect(await server.db.$count(place, eq(place.id, ID))).toBe(1);

  const listed = await needsmap(["place", "list"]);
  expect(listed.out).toMatch(
    /^tiny-commanded {2}Tiny Place \(sample data\), 2 wards, 1,092 people, version 1 of 2\d{3}-/m,
  );
  const { places } = JSON.parse((await needsmap(["place", "list", "--json"])).out);
  expect(places).toContainEqual(expect.objectContaining({ id: ID, version: 1 }));

  expect(await needsmap(["place", "remove", ID])).toMatchObject({
    status: 2,
    err: expect.stringContaining("Add --yes"),
  });
  expect(await needsmap(["place", "remove", ID], "yes")).toMatchObject({ status: 2, err: "Nothing was removed.\n" });
  expect(await server.db.$count(place, eq(place.id, ID))).toBe(1);
  expect(await needsmap(["place", "remove", ID], ID)).toMatchObject({
    status: 0,
    out: `Tiny Place (${ID}) is removed.\n`,
  });
  expect(await server.db.$count(place, eq(place.id, ID))).toBe(0);
});

test("--json prints one object, and a failure is an object too", async () => {
  const added = await needsmap(["place", "add", recipe, "--mirror", mirror, "--json"]);
  expect(added).toMatchObject({ status: 0, err: "" });
  expect(JSON.parse(added.out)).toMatchObject({ place: ID, counts: { wards: 2, services: 3, servicesOutside: 0 } });
  const removed = await needsmap(["place", "remove", ID, "--yes", "--json"]);
  expect(JSON.parse(removed.out)).toEqual({ removed: ID });
  const failed = await needsmap(["place", "add", recipe, "--mirror", tmpdir(), "--json"]);
  expect(failed).toMatchObject({ status: 1, out: "" });
  expect(JSON.parse(failed.err).error).toMatch(/^wards\.geojson is missing/);
});

test("a place that is not there, and a recipe that is not there or is none, end with a message", async () => {
  expect(await needsmap(["place", "remove", "nowhere", "--yes"])).toMatchObject({
    status: 2,
    err: 'There is no place "nowhere".\n',
  });
  const unknown = await needsmap(["place", "add", "nowhere"]);
  expect(unknown).toMatchObject({
    status: 2,
    err: expect.stringMatching(/no recipe for "nowhere"\. There are: trafford, wendmere/),
  });
  const absent = await needsmap(["place", "add", join(mirror, "absent.json")]);
  expect(absent).toMatchObject({ status: 1, err: expect.stringContaining("cannot be read") });
  const wrong = join(mirror, "wrong.json");
  writeFileSync(wrong, JSON.stringify({ ...tinyRecipe(), place: { id: "api" } }));
  expect((await needsmap(["place", "add", wrong])).err).toMatch(/is not a recipe:\n {2}place\.id: This name is kept/);
});
