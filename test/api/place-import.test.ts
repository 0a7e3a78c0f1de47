import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "@needs-map/server/app";
import { runCommand } from "@needs-map/server/commands/run-command";
import { createDeps } from "@needs-map/server/create-deps";
import { type Database, openDatabase } from "@needs-map/server/db/connect";
import { place } from "@needs-map/server/db/schema";
import { readEnv } from "@needs-map/server/env";
import { createLog } from "@needs-map/server/log";
import type { Gaps } from "@needs-map/shared/contract/gaps";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOf, mixedFiles, wardTotals } from "../fixtures/mixed-folder.ts";
import { emptyDatabase, type TestDatabase } from "../helpers/sample-database.ts";

const folder = folderOf(mixedFiles);
const recipePath = join(folder, "needsmap-recipe.json");
let storage: TestDatabase;
let server: Database;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  storage = await emptyDatabase();
  server = await openDatabase(readEnv(storage.settings), { role: "server" });
  app = createApp(createDeps(server.db, createLog("silent"), "test", readEnv(storage.settings)), {
    clientFolder: folder,
    baseUrl: null,
    pages: { mapStyleUrl: null, version: "0.0.0" },
    whyNotReady: async () => null,
  });
});
afterAll(async () => {
  await server?.close();
  await storage?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command beside the running server, with a person who answers so, or nobody. */
async function needsmap(words: string[], answer: string | null = null) {
  const said = { out: "", err: "", asked: "" };
  const status = await runCommand(
    {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      live: false,
      ask: async (question) => {
        said.asked += question;
        return answer;
      },
      path: (written) => written,
      env: storage.settings,
    },
    words,
  );
  return { status, ...said };
}

const get = async <Body>(path: string): Promise<Body> => {
  const response = await app.request(`/api/v1/places/testborough${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Body;
};
const loaded = () => server.db.$count(place, eq(place.id, "testborough"));

test("--dry-run tells what the files are, and writes neither a recipe nor a place", async () => {
  const { status, out, asked } = await needsmap(["place", "import", folder, "--dry-run"]);
  expect(status).toBe(0);
  expect(out).toMatch(/^c\.xlsx {2,}people by age, small areas, mid-2024, 24 rows/m);
  expect(asked).toBe("");
  expect(existsSync(recipePath)).toBe(false);
  expect(await loaded()).toBe(0);
});

test("a person who does not say yes keeps the recipe, and no place is built", async () => {
  const { status, err, asked } = await needsmap(["place", "import", folder], "no");
  expect(status).toBe(2);
  expect(asked).toBe("Build Testborough (testborough) from these files? Type yes to go on: ");
  expect(err).toContain("Nothing was imported.");
  expect(existsSync(recipePath)).toBe(true);
  expect(await loaded()).toBe(0);
});

test("a recipe that is there is used as it was edited, and its ward totals equal the files'", async () => {
  const recipe = JSON.parse(readFileSync(recipePath, "utf8"));
  recipe.serviceTypes[0].minutes = 25;
  writeFileSync(recipePath, JSON.stringify(recipe));
  const { status, out } = await needsmap(["place", "import", folder, "--yes"]);
  expect(status).toBe(0);
  expect(out).toContain(`Using the recipe ${recipePath}. To recognise the files anew, add --again.`);
  expect(out).toContain("Testborough (testborough) is loaded as version 1.");
  expect(out).toContain("youth clubs.csv, row 8: Club nowhere has no place in the file of places");

  const { wards } = await get<{ wards: Ward[] }>("/wards");
  expect(wards.map(({ code }) => code).sort()).toEqual([...wardTotals.keys()]);
  for (const { code, people } of wards) expect(people).toBeCloseTo(wardTotals.get(code) ?? 0, 6);
  const detail = await get<PlaceDetail>("");
  expect(detail).toMatchObject({ wards: 4, smallAreas: 8, demandPoints: 32, peopleDate: "mid-2024" });
});

test("the place opens in the Gaps workspace for each of its service types", async () => {
  const { serviceTypes } = await get<{ serviceTypes: { id: string; minutes: number; count: number }[] }>(
    "/service-types",
  );
  expect(serviceTypes.map(({ id, count, minutes }) => [id, count, minutes])).toEqual([
    ["food-banks", 4, 25],
    ["repair-cafe", 4, 20],
    ["youth-clubs", 6, 20],
  ]);
  for (const { id } of serviceTypes) expect((await get<Gaps>(`/gaps?svc=${id}`)).wards).toHaveLength(4);
});

test("the recipe is run again by place add, from its own folder", async () => {
  const { status, out } = await needsmap(["place", "add", recipePath]);
  expect(status).toBe(0);
  expect(out).toContain("is loaded as version 2.");
});

test("an edited recipe is not named anew by accident; --again recognises anew", async () => {
  const named = await needsmap(["place", "import", folder, "--name", "Elsewhere", "--yes"]);
  expect(named).toMatchObject({ status: 2, err: expect.stringContaining("add --again") });
  const { status, out } = await needsmap([
    "place",
    "import",
    folder,
    "--again",
    "--name",
    "Elsewhere",
    "--id",
    "elsewhere",
    "--yes",
  ]);
  expect(status).toBe(0);
  expect(out).toContain("Elsewhere (elsewhere) is loaded as version 1.");
  expect(JSON.parse(readFileSync(recipePath, "utf8")).serviceTypes[0].minutes).toBe(30);
});

test("a folder that lacks what a place needs ends with what to bring, and writes nothing", async () => {
  const poor = folderOf({ "d.csv": mixedFiles["d.csv"] ?? "" });
  const { status, out } = await needsmap(["place", "import", poor, "--yes"]);
  expect(status).toBe(2);
  expect(out).toContain("Missing, and the place needs it:");
  expect(out).toContain("There are no ward boundaries. Bring");
  expect(existsSync(join(poor, "needsmap-recipe.json"))).toBe(false);
  rmSync(poor, { recursive: true });
});

test("a folder that is not there, and an id that cannot be one, are told", async () => {
  expect(await needsmap(["place", "import", "/nowhere/at/all"])).toMatchObject({
    status: 2,
    err: expect.stringContaining("is not a folder"),
  });
  expect(await needsmap(["place", "import", folder, "--id", "A b"])).toMatchObject({
    status: 2,
    err: expect.stringContaining("cannot be a place's id"),
  });
});
