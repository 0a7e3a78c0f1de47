import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { addPlace } from "@needs-map/server/imports/add-place";
import type { Indicator } from "@needs-map/shared/contract/indicator";
import { Recipe } from "@needs-map/shared/contract/recipe";
import { type Ward, WardDetail, type WardListed } from "@needs-map/shared/contract/ward";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tinyFiles, tinyMirror, tinyRecipe } from "../fixtures/tiny-place.ts";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

/** The tiny place's ground in two areas of another year, cut at a third of the west ward. */
const OLD_AREAS = JSON.stringify({
  type: "FeatureCollection",
  features: [
    ["O1", 0, 0.003],
    ["O2", 0.003, 0.02],
  ].map(([code, west, east]) => ({
    type: "Feature",
    properties: { code, name: code },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, 52],
          [east, 52],
          [east, 52.01],
          [west, 52.01],
          [west, 52],
        ],
      ],
    },
  })),
});

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp();
  const mirror = tinyMirror();
  writeFileSync(
    join(mirror, "counts.csv"),
    "code,answer,count\nA1,Yes,60\nA1,No,40\nA2,Yes,10\nA2,No,190\nA3,Yes,n/k\n",
  );
  writeFileSync(join(mirror, "old-areas.geojson"), OLD_AREAS);
  writeFileSync(join(mirror, "old.csv"), "code,then\nO1,100\nO2,20\n");
  writeFileSync(join(mirror, "scores.csv"), "code,score\nA1,10\nA2,20\nA3,30\nFAR,40\nFAR,99\nGONE,\n");
  const recipe = tinyRecipe(tinyFiles, "tiny-counts");
  const counts = {
    role: "counts",
    id: "counts",
    title: "Tiny counts",
    path: "counts.csv",
    publisher: "Nobody",
    licence: "CC0",
    vintage: "2021",
    url: null,
    format: "csv",
    columns: { code: "code", category: "answer", value: "count" },
    theme: "Census",
    indicators: [{ id: "yes", title: "Yes", unit: "% of people", higherIsMoreNeed: true, categories: ["Yes"] }],
  };
  const file = { publisher: "Nobody", licence: "CC0", url: null };
  const others = [
    {
      ...file,
      role: "indicators",
      id: "scores",
      title: "Tiny scores",
      path: "scores.csv",
      vintage: "spring 2025",
      format: "csv",
      columns: { code: "code" },
      theme: "Scores",
      covers: "Everywhere",
      indicators: [{ id: "of-two-dates", column: "score", title: "Two dates", unit: "score", higherIsMoreNeed: true }],
    },
    {
      ...file,
      role: "other-small-areas",
      id: "old-areas",
      title: "Old areas",
      path: "old-areas.geojson",
      vintage: "2011",
      year: 2011,
      format: "geojson",
      columns: { code: "code", name: "name" },
    },
    {
      ...file,
      role: "vintages",
      id: "old",
      title: "Old scores",
      path: "old.csv",
      vintage: "2019",
      format: "csv",
      columns: { code: "code" },
      of: "old-areas",
      vintages: [
        {
          series: "of-two-dates",
          year: 2019,
          column: "then",
          unit: "rank",
          higherIsMoreNeed: false,
          compare: "places",
        },
      ],
    },
  ];
  await addPlace(
    sample.database.db,
    Recipe.parse({ ...recipe, files: [...recipe.files, counts, ...others] }),
    { mirror },
    () => {},
  );
});
afterAll(() => sample.close());

async function json<T>(path: string): Promise<T> {
  const response = await sample.app.request(`/api/v1/places${path}`);
  return (await response.json()) as T;
}

/** The Wilson interval by the formula as it is printed, in %. */
function wilsonByHand(share: number, n: number): [number, number] {
  const z = 1.959963984540054;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return [100 * (middle - half), 100 * (middle + half)];
}

describe("intervals of shares that come from counts", () => {
  test("a ward's is Wilson's, for its part of what was counted in its small areas", async () => {
    const [west, east] = await Promise.all(["W1", "W2"].map((code) => json<WardDetail>(`/tiny-counts/wards/${code}`)));
    const peopleOf = (ward: WardDetail | undefined, code: string) =>
      ward?.areas.find((area) => area.code === code)?.people ?? 0;
    const part = (ward: WardDetail | undefined, code: string) =>
      peopleOf(ward, code) / (peopleOf(west, code) + peopleOf(east, code));
    for (const ward of [west, east]) {
      const told = ward?.indicators.find(({ id }) => id === "yes");
      const n = 100 * part(ward, "A1") + 200 * part(ward, "A2");
      const [low, high] = wilsonByHand((told?.value ?? Number.NaN) / 100, n);
      expect(told?.interval?.[0]).toBeCloseTo(low, 9);
      expect(told?.interval?.[1]).toBeCloseTo(high, 9);
    }
  });

  test("the list of indicators has the same intervals, and none for figures without counts", async () => {
    const west = await json<WardDetail>("/tiny-counts/wards/W1");
    const { indicators } = await json<{ indicators: Indicator[] }>("/tiny-counts/indicators");
    const yes = indicators.find(({ id }) => id === "yes");
    expect(yes?.intervals.W1).toEqual(west.indicators.find(({ id }) => id === "yes")?.interval);
    expect(indicators.find(({ id }) => id === "score")?.intervals).toEqual({});
    expect(west.indicators.find(({ id }) => id === "score")?.interval).toBeNull();
  });
});

describe("a ward's profile", () => {
  test("has the people aged 0 to 15 and 65 and over, in the words of the contract", async () => {
    const ward = WardDetail.strict().parse(await json("/tiny-counts/wards/W1"));
    expect(ward.people).toBeCloseTo(4 * 91, 6);
    expect(ward.aged0to15).toBeCloseTo(4 * 16, 6);
    expect(ward.aged65on).toBeCloseTo(4 * 26, 6);
    expect(ward.similar).toEqual(["W2"]);
  });

  test("names the five wards nearest by deprivation, density and the shares of young and old", async () => {
    const { wards } = await json<{ wards: Ward[] }>("/wendmere/wards");
    const { indicators } = await json<{ indicators: Indicator[] }>("/wendmere/indicators");
    const imd = indicators.find(({ id }) => id === "imd");
    const features = wards.map((ward) => [
      imd?.wards[ward.code] ?? Number.NaN,
      ward.people / ward.areaHectares,
      ward.aged0to15 / ward.people,
      ward.aged65on / ward.people,
    ]);
    const spread = [0, 1, 2, 3].map((at) => {
      const values = features.map((row) => row[at] ?? Number.NaN);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    });
    const own = features[4] ?? [];
    const apart = (row: readonly number[]) =>
      row.reduce((sum, value, at) => sum + ((value - (own[at] ?? 0)) / (spread[at] ?? 1)) ** 2, 0);
    const nearest = wards
      .map(({ code }, at) => ({ code, apart: apart(features[at] ?? []) }))
      .sort((a, b) => a.apart - b.apart)
      .slice(1, 6);
    const ward = await json<WardDetail>(`/wendmere/wards/${wards[4]?.code}`);
    expect(ward.similar).toEqual(nearest.map(({ code }) => code));
  });

  test("an unknown ward is not found", async () => {
    expect((await sample.app.request("/api/v1/places/wendmere/wards/compare")).status).toBe(404);
  });
});

describe("a figure of several dates", () => {
  test("of old small areas is carried over as the mean of what people stand in, and says from which year", async () => {
    const { indicators } = await json<{ indicators: Indicator[] }>("/tiny-counts/indicators");
    const told = indicators.find(({ id }) => id === "of-two-dates");
    expect(told?.trend?.compare).toBe("places");
    expect(told?.trend?.periods.map(({ year, unit, carriedFrom }) => [year, unit, carriedFrom])).toEqual([
      [2019, "rank", 2011],
      [2025, "score", null],
    ]);
    const east = told?.trend?.periods[0]?.wards.W2;
    const west = told?.trend?.periods[0]?.wards.W1 ?? 0;
    expect(west).toBeGreaterThan(20);
    expect(west).toBeLessThan(100);
    expect(east).toBeLessThan(west);
    expect(told?.trend?.periods.map(({ worst }) => worst)).toEqual([null, null]);
  });

  test("has no worst fifth in a place of two wards", async () => {
    const ward = await json<WardDetail>("/tiny-counts/wards/W1");
    const told = ward.indicators.find(({ id }) => id === "of-two-dates");
    expect(told?.run).toBe(0);
    expect(told?.periods.map(({ worstFifth, of }) => [worstFifth, of])).toEqual([
      [null, 2],
      [null, 2],
    ]);
  });

  test("covers a wider area by the mean of its areas, each code counted once", async () => {
    const { indicators } = await json<{ indicators: Indicator[] }>("/tiny-counts/indicators");
    expect(indicators.find(({ id }) => id === "of-two-dates")?.wider).toEqual({
      name: "Everywhere",
      mean: 25,
      areas: 4,
    });
    expect(indicators.find(({ id }) => id === "yes")?.wider).toBeNull();
  });

  test("of the sample has the worst fifth by hand, runs, and the year that is not known", async () => {
    const { indicators } = await json<{ indicators: Indicator[] }>("/wendmere/indicators");
    const { wards } = await json<{ wards: WardListed[] }>("/wendmere/wards");
    const children = indicators.find(({ id }) => id === "low-income-children");
    const { trend } = children ?? expect.unreachable();
    for (const period of trend?.periods ?? []) {
      const known = Object.entries(period.wards).flatMap(([code, value]) => (value === null ? [] : [{ code, value }]));
      const worst = known.sort((a, b) => b.value - a.value).slice(0, Math.round(known.length / 5));
      expect([...(period.worst ?? [])].sort()).toEqual(worst.map(({ code }) => code).sort());
    }
    const codes = wards.map(({ code }) => code);
    const runs = codes.map((code) => {
      const ins = (trend?.periods ?? []).map(({ worst }) => worst?.includes(code) ?? false);
      return ins.length - 1 - ins.lastIndexOf(false);
    });
    expect(codes.map((code) => trend?.run[code])).toEqual(runs);
    expect(trend?.brokenBy).toEqual({ X05000010: 2023 });
    const hawthorn = wards.find(({ code }) => code === "X05000010");
    expect(hawthorn?.persistent).toContainEqual({
      id: "low-income-children",
      title: "Children in low-income families",
      periods: 2,
      of: 5,
    });
    const lengths = hawthorn?.persistent.map(({ periods }) => periods) ?? [];
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    const detail = await json<WardDetail>("/wendmere/wards/X05000010");
    const told = detail.indicators.find(({ id }) => id === "low-income-children");
    expect(told).toMatchObject({ run: 2, brokenBy: 2023 });
    expect(told?.periods.find(({ year }) => year === 2023)).toEqual({
      year: 2023,
      value: null,
      rank: null,
      of: 23,
      worstFifth: null,
    });
  });
});
