import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "@needs-map/server/app";
import { createDeps } from "@needs-map/server/create-deps";
import { type Database, openDatabase } from "@needs-map/server/db/connect";
import { readEnv } from "@needs-map/server/env";
import { type AddedPlace, addPlace } from "@needs-map/server/imports/add-place";
import { findRecipe } from "@needs-map/server/imports/recipes";
import { createLog } from "@needs-map/server/log";
import type { Gaps } from "@needs-map/shared/contract/gaps";
import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Ward } from "@needs-map/shared/contract/ward";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleDatabase, type TestDatabase } from "../helpers/sample-database.ts";

const MIRROR = process.env.TRAFFORD_MIRROR ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const recipe = await findRecipe("trafford");

describe("the recipe of Trafford", () => {
  test("names the publisher, licence, vintage, length and checksum of every file", () => {
    for (const file of recipe.files) {
      expect(file.publisher.length * file.licence.length * file.vintage.length * (file.bytes ?? 0)).toBeGreaterThan(0);
      expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test("pins every address to a commit, and says where the original is of a file that has none", () => {
    for (const file of recipe.files) {
      if (file.url === null) expect(file.note).toBeTruthy();
      else expect(file.url).toMatch(/^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[0-9a-f]{40}\//);
    }
  });

  test("starts from weights that total 100, of indicators that it has, and says where targets come from", () => {
    const indicators = recipe.files.flatMap((file) => (file.role === "indicators" ? file.indicators : []));
    const known = new Set(["age", ...indicators.map(({ id }) => id)]);
    expect(Object.keys(recipe.needWeights).every((id) => known.has(id))).toBe(true);
    expect(Object.values(recipe.needWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
    expect(recipe.serviceTypes.every(({ targetFrom }) => targetFrom?.startsWith("A value to start from"))).toBe(true);
  });
});

if (existsSync(join(MIRROR, "trafford"))) describe("Trafford from its files", endToEnd);
else console.warn(`Trafford's files are not in ${MIRROR}: it is not built here. Set TRAFFORD_MIRROR to their folder.`);

/** Published persons of all ages by code, read apart from the product. */
function publishedPeople(path: string): Map<string, number> {
  const [heading = "", ...rows] = readFileSync(join(MIRROR, path), "utf8").trim().split(/\r?\n/);
  const columns = heading.split(",");
  const cells = rows.map((row) => row.split(","));
  const at = (name: string) => columns.indexOf(name);
  const persons = cells.filter((row) => row[at("sex")] === "Persons");
  return new Map(persons.map((row) => [row[at("area_code")] ?? "", Number(row[at("all_ages")])]));
}

function endToEnd() {
  let storage: TestDatabase;
  let database: Database;
  let added: AddedPlace;
  let app: ReturnType<typeof createApp>;
  const get = async <Body>(path: string): Promise<Body> => {
    const response = await app.request(`/api/v1/places/trafford${path}`);
    expect(response.status).toBe(200);
    return (await response.json()) as Body;
  };

  beforeAll(async () => {
    storage = await sampleDatabase();
    database = await openDatabase(readEnv(storage.settings), { role: "command" });
    added = await addPlace(database.db, recipe, { mirror: MIRROR }, () => {});
    const pages = { mapStyleUrl: null, version: "0.0.0" };
    const whyNotReady = async () => null;
    app = createApp(createDeps(database.db, createLog("silent"), "test", readEnv(storage.settings)), {
      clientFolder: MIRROR,
      baseUrl: null,
      pages,
      whyNotReady,
    });
  });
  afterAll(async () => {
    await database.close();
    await storage.remove();
  });

  test("the only faults are services that stand outside, and clubs without a place", () => {
    const told = (path: RegExp, reason: RegExp) =>
      added.faults.filter((fault) => path.test(fault.file) && reason.test(fault.reason)).length;
    expect(told(/mental_health/, /lies outside the place and is left out/)).toBe(15);
    expect(told(/sports_clubs\.csv/, /has no place in the file of places/)).toBe(3);
    expect(added.faults).toHaveLength(18);
  });

  test("it has 21 wards, 139 small areas, 11,264 postcodes and 241,025 people", async () => {
    const detail = await get<PlaceDetail>("");
    expect(detail).toMatchObject({
      wards: 21,
      smallAreas: 139,
      demandPoints: 11_264,
      peopleDate: "2024-06-30",
      sample: false,
    });
    expect(added.counts.postcodes).toBe(11_264);
    expect(detail.people).toBeCloseTo(241_025, 6);
  });

  test("every ward equals the published mid-2024 ward file within 1 person", async () => {
    const published = publishedPeople("trafford/population/mid-year_2024_population_estimates_ward.csv");
    const { wards } = await get<{ wards: Ward[] }>("/wards");
    expect(wards.map(({ code }) => code).sort()).toEqual([...published.keys()].sort());
    for (const { code, people } of wards) expect(Math.abs(people - (published.get(code) ?? 0))).toBeLessThanOrEqual(1);
  });

  test("every small area equals the published mid-2024 file within 1 person", async () => {
    const published = publishedPeople("trafford/population/mid-year_2024_population_estimates_lsoa.csv");
    const { rows } = await database.db.execute<{ code: string; people: number }>(sql`
      SELECT area_code AS code, sum(age)::float8 AS people FROM cell, unnest(people) AS age
      WHERE place_id = 'trafford' AND version = ${added.version} AND ward_code IS NOT NULL GROUP BY area_code`);
    expect(rows).toHaveLength(139);
    for (const { code, people } of rows) expect(Math.abs(people - (published.get(code) ?? 0))).toBeLessThanOrEqual(1);
  });

  test("every source shows its publisher, licence, vintage and rows", async () => {
    const { sources } = await get<PlaceDetail>("");
    expect(sources).toHaveLength(recipe.files.length);
    expect(sources.every(({ licence }) => /^Open (Government|Database) Licence/.test(licence))).toBe(true);
    for (const { role, wardsMatched } of sources)
      expect(wardsMatched).toBe(/^(services|listing|organisations|points|people-points)$/.test(role) ? null : 21);
    expect(Object.fromEntries(sources.map(({ id, rows }) => [id, rows]))).toMatchObject({
      wards: 21,
      postcodes: 11_264,
      "iod-2025": 33_755,
    });
    expect(sources.find(({ id }) => id === "schools")?.vintage).toBe("September 2024");
  });

  test("it has every list of its services, and those of its neighbours where there is a list", async () => {
    const { serviceTypes } = await get<{ serviceTypes: ServiceTypeListed[] }>("/service-types");
    expect(Object.fromEntries(serviceTypes.map(({ id, count }) => [id, count]))).toEqual({
      "general-practices": 26,
      pharmacies: 57,
      libraries: 13,
      schools: 103,
      dentists: 53,
      "care-homes": 56,
      "childrens-centres": 2,
      "food-banks": 7,
      jobcentres: 2,
      allotments: 35,
      "mental-health": 45,
      "sports-clubs": 137,
      "places-of-worship": 118,
      "probation-offices": 2,
    });
    const listed = serviceTypes.filter(({ neighboursKnown }) => neighboursKnown);
    expect(listed.map(({ id }) => id).sort()).toEqual(
      ["dentists", "food-banks", "jobcentres", "libraries", "pharmacies", "probation-offices"].sort(),
    );
    for (const { neighbours } of listed) expect(neighbours).toBeGreaterThan(5);
    expect(serviceTypes.find(({ id }) => id === "schools")).toMatchObject({
      unit: "places",
      capacity: 46_124,
      withoutCapacity: 4,
    });
  });

  test("every small area has the Indices of Deprivation 2025 with all domains", async () => {
    const { indicators } = await get<{ indicators: Indicator[] }>("/indicators");
    const domains = ["imd", "income", "employment", "education", "health", "crime", "housing", "environment"];
    expect(indicators.map(({ id }) => id)).toEqual(expect.arrayContaining(domains));
    for (const { areas, of } of indicators) {
      if (of === "wards") continue;
      expect(Object.keys(areas)).toHaveLength(139);
      expect(Object.values(areas).every((value) => value !== null)).toBe(true);
    }
  });

  test("pharmacies on a 15-minute walk: the wards add up to the borough", async () => {
    const { wards, total, unit } = await get<Gaps>("/gaps?svc=pharmacies&go=walk&min=15");
    expect(unit).toBe("sites");
    const sum = (column: "short" | "outOfReach" | "group") =>
      wards.reduce((all, ward) => all + (ward[column] ?? Number.NaN), 0);
    expect(sum("short")).toBeCloseTo(total.short ?? Number.NaN, 6);
    expect(sum("outOfReach")).toBeCloseTo(total.outOfReach ?? Number.NaN, 6);
    expect(sum("group")).toBeCloseTo(241_025, 6);
  });

  test("the Census tables give every small area the share that their counts come to", async () => {
    const { indicators } = await get<{ indicators: Indicator[] }>("/indicators");
    const noCar = indicators.find(({ id }) => id === "no-car");
    const path = "trafford/census2021/2021_car_van_availability_lsoa_trafford.csv";
    const rows = readFileSync(join(MIRROR, path), "utf8").trim().split(/\r?\n/).slice(1);
    const counts = new Map<string, { none: number; all: number }>();
    for (const row of rows) {
      const [code = "", count = 0] = [row.slice(0, 9), Number(row.slice(row.lastIndexOf(",") + 1))];
      const { none, all } = counts.get(code) ?? { none: 0, all: 0 };
      counts.set(code, { none: none + (row.includes(",No cars or vans in household,") ? count : 0), all: all + count });
    }
    expect(counts.size).toBe(139);
    for (const [code, { none, all }] of counts) expect(noCar?.areas[code]).toBeCloseTo((100 * none) / all, 9);
  });

  test("a ward table on the codes of 2022 carries over to the wards of 2025 with its total kept", async () => {
    const { indicators } = await get<{ indicators: Indicator[] }>("/indicators");
    const carried = indicators.find(({ id }) => id === "bad-health-wards");
    const built = indicators.find(({ id }) => id === "bad-health");
    expect(carried).toMatchObject({ of: "wards", carriedFrom: 2022, areas: {} });
    expect(Object.keys(carried?.wards ?? {})).toHaveLength(21);
    expect(Math.abs((carried?.place ?? 0) - (built?.place ?? 0))).toBeLessThan(0.15);
    for (const [code, value] of Object.entries(carried?.wards ?? {}))
      expect(Math.abs((value ?? 0) - (built?.wards[code] ?? 0)), code).toBeLessThan(1);
  });

  test.each([2017, 2022, 2023])("every ward of %i gives all of its people to today's wards", async (year) => {
    const { rows } = await database.db.execute<{ code: string; share: number; parts: number }>(sql`
      SELECT from_code AS code, sum(share)::float8 AS share, count(*)::int AS parts FROM ward_overlap
      WHERE place_id = 'trafford' AND version = ${added.version} AND source_id = ${`wards-${year}`} GROUP BY from_code`);
    expect(rows).toHaveLength(21);
    for (const { share } of rows) expect(share).toBeCloseTo(1, 12);
    if (year === 2023) for (const { parts } of rows) expect(parts).toBeLessThanOrEqual(3);
  });

  test("people over the border are those of mid-2015, and are not among Trafford's", async () => {
    const { neighbours, people } = await get<PlaceDetail>("");
    expect(neighbours?.date).toBe("mid-2015");
    expect(neighbours?.people).toBeGreaterThan(1_000_000);
    expect(people).toBeCloseTo(241_025, 6);
  });

  test("supply over the border and people there count both, or neither", async () => {
    const known = await get<Gaps>("/gaps?svc=pharmacies");
    expect(known.caveats.join(" ")).toContain("(neighbours: mid-2015)");
    const unknown = await get<Gaps>("/gaps?svc=general-practices&go=walk&min=10");
    expect(unknown.caveats.join(" ")).toMatch(
      /over the border are not known for general practices.*longest journey of/,
    );
    expect(unknown.total.supply).toBeCloseTo(26, 6);
  });

  test("charities are organisations for the market, with no point on the map", async () => {
    const { organisations } = await get<{ organisations: { id: string; postcode: string | null }[] }>("/organisations");
    expect(organisations).toHaveLength(736);
    const { services } = await get<{ services: { id: string }[] }>("/services");
    const ids = new Set(services.map(({ id }) => id));
    expect(organisations.some(({ id }) => ids.has(id))).toBe(false);
  });

  test("the services nearest to a postcode come nearest first, over the border too", async () => {
    const near = await get<{ from: { label: string }; services: { minutes: number; ward: string | null }[] }>(
      "/services/near?postcode=m160pu&type=pharmacies&most=20",
    );
    expect(near.services.length).toBe(20);
    const minutes = near.services.map((service) => service.minutes);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(near.services.some(({ ward }) => ward === null)).toBe(true);
    const wrong = await app.request("/api/v1/places/trafford/services/near?postcode=ZZ99ZZ");
    expect(wrong.status).toBe(400);
  });
}
