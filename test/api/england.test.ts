import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { createApp } from "@needs-map/server/app";
import { runCommand } from "@needs-map/server/commands/run-command";
import { createDeps } from "@needs-map/server/create-deps";
import { type Database, openDatabase } from "@needs-map/server/db/connect";
import { readEnv } from "@needs-map/server/env";
import type { AddedPlace } from "@needs-map/server/imports/add-place";
import { englandsCouncils } from "@needs-map/server/imports/layouts/england/councils";
import { createLog } from "@needs-map/server/log";
import type { Gaps } from "@needs-map/shared/contract/gaps";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../helpers/sample-database.ts";

const MIRROR = process.env.TRAFFORD_MIRROR ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** Runs a command with nobody to ask. */
async function needsmap(env: Readonly<Record<string, string>>, ...words: string[]) {
  const said = { out: "", err: "" };
  const status = await runCommand(
    {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      live: false,
      ask: async () => null,
      path: (written) => written,
      env,
    },
    words,
  );
  return { status, ...said };
}

describe("a council of England, before anything is read", () => {
  test("one that is not known ends with the nearest names", async () => {
    const { status, err } = await needsmap({}, "place", "add", "Westminister");
    expect(status).toBe(2);
    expect(err).toContain('There is no recipe for "Westminister".');
    expect(err).toContain("Nearest: Westminster (E09000033)");
  });

  test("all of them are listed with their codes", async () => {
    const { out } = await needsmap({}, "place", "add", "--list", "--json");
    const { recipes, councils } = JSON.parse(out);
    expect(recipes).toContain("trafford");
    expect(councils).toHaveLength(296);
    expect((await needsmap({}, "place", "add", "--list")).out).toContain("  E09000033  Westminster\n");
  });
});

if (existsSync(join(MIRROR, "england"))) describe("Westminster from the England-wide files", endToEnd);
else console.warn(`The England-wide files are not in ${MIRROR}. Set TRAFFORD_MIRROR to the folder above "england".`);

/** A file of England as text, read apart from the product. */
const read = (path: string) => gunzipSync(readFileSync(join(MIRROR, "england", `${path}.gz`))).toString("utf8");

/** Everyone whom File 6 counts, by the council code that it gives. */
function peopleByCouncil(): Map<string, number> {
  const totals = new Map<string, number>();
  for (const row of read("File_6_-_IoD2019_Population_Denominators.csv").split(/\r?\n/).slice(1)) {
    const [, council = "", people = ""] = /,(E\d{8}),(?:"[^"]*"|[^,]*),("[\d,]+"|\d+)/.exec(row) ?? [];
    if (council) totals.set(council, (totals.get(council) ?? 0) + Number(people.replaceAll(/[",]/g, "")));
  }
  return totals;
}

function endToEnd() {
  let storage: TestDatabase;
  let database: Database;
  let added: AddedPlace;
  let app: ReturnType<typeof createApp>;
  const get = async <Body>(path: string): Promise<Body> => {
    const response = await app.request(`/api/v1/places/westminster${path}`);
    expect(response.status).toBe(200);
    return (await response.json()) as Body;
  };

  beforeAll(async () => {
    storage = await emptyDatabase();
    database = await openDatabase(readEnv(storage.settings), { role: "server" });
    const done = await needsmap(storage.settings, "place", "add", "E09000033", "--mirror", MIRROR, "--json");
    expect(done.err).toBe("");
    added = JSON.parse(done.out) as AddedPlace;
    const pages = { mapStyleUrl: null, version: "0.0.0" };
    app = createApp(createDeps(database.db, createLog("silent"), "test", readEnv(storage.settings)), {
      clientFolder: MIRROR,
      baseUrl: null,
      pages,
      whyNotReady: async () => null,
    });
  });
  afterAll(async () => {
    await database?.close();
    await storage?.remove();
  });

  test("the list of councils is that of the boundary files", () => {
    const wards = new Map<string, number>();
    for (const [, code = ""] of read("wards_2025_england.geojson").matchAll(/"LAD25CD":"(E\d{8})"/g))
      wards.set(code, (wards.get(code) ?? 0) + 1);
    const areas = new Map<string, number>();
    for (const [, code = ""] of read("lsoa_2021_england.geojson").matchAll(/"LADCD_ACTIVE":"(E\d{8})"/g))
      areas.set(code, (areas.get(code) ?? 0) + 1);
    return englandsCouncils().then(({ councils }) => {
      expect(new Map(councils.map((council) => [council.code, council.wards]))).toEqual(wards);
      expect(new Map(councils.map((one) => [one.smallAreasUnder ?? one.code, one.smallAreas]))).toEqual(areas);
    });
  });

  test("the list counts the people of File 6, former councils with those they became", async () => {
    const { councils, former } = await englandsCouncils();
    const now = new Map(former.map((one) => [one.code, one.now]));
    const totals = new Map<string, number>();
    for (const [code, people] of peopleByCouncil())
      totals.set(now.get(code) ?? code, (totals.get(now.get(code) ?? code) ?? 0) + people);
    expect(new Map(councils.map(({ code, people }) => [code, people]))).toEqual(totals);
  });

  test("its people equal File 6's total for the council", async () => {
    expect(added.counts.people).toBe(peopleByCouncil().get("E09000033"));
    expect(added.counts).toMatchObject({ wards: 18, smallAreas: 123, postcodes: 0, indicators: 14 });
    const place = await get<PlaceDetail>("");
    expect(place).toMatchObject({ name: "Westminster", peopleDate: "mid-2015", neighbours: { date: "mid-2015" } });
    expect(place.ageBands).toEqual([
      [0, 15],
      [16, 59],
      [60, 90],
    ]);
  });

  test("services of the years told stand in it and over its border, those without coordinates are counted", async () => {
    const { councils } = await englandsCouncils();
    const listed = councils.find(({ code }) => code === "E09000033")?.services ?? [];
    expect(added.counts.services).toBe(listed.reduce((sum, count) => sum + count, 0));
    expect(added.counts.neighbourServices).toBeGreaterThan(500);
    const place = await get<PlaceDetail>("");
    expect(place.sources.filter(({ vintage }) => vintage.startsWith("2014"))).toHaveLength(3);
    expect(added.faults.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/^4,324 rows have no coord/));
  });

  test("what is missing is said, and small areas without a point are counted", async () => {
    const place = await get<PlaceDetail>("");
    expect(place.missing.join(" ")).toContain("About half".toLowerCase());
    expect(added.faults.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^5 of 123 small areas hold no point with people/),
    );
  });

  test("it opens in the Gaps workspace: every ward has a shortage or none", async () => {
    const gaps = await get<Gaps>("/gaps?svc=pharmacies");
    expect(gaps.wards).toHaveLength(18);
  });

  test("without --mirror it ends in a message that says where the original is", async () => {
    const { status, err } = await needsmap(storage.settings, "place", "add", "Hackney");
    expect(status).toBe(1);
    expect(err).toContain("It is not published in this form");
    expect(err).toContain("--mirror");
  });
}
