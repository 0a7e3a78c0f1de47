import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { addPlace } from "@needs-map/server/imports/add-place";
import type { Indicator } from "@needs-map/shared/contract/indicator";
import { Recipe } from "@needs-map/shared/contract/recipe";
import { type Ward, WardDetail } from "@needs-map/shared/contract/ward";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tinyFiles, tinyMirror, tinyRecipe } from "../fixtures/tiny-place.ts";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp();
  const mirror = tinyMirror();
  writeFileSync(
    join(mirror, "counts.csv"),
    "code,answer,count\nA1,Yes,60\nA1,No,40\nA2,Yes,10\nA2,No,190\nA3,Yes,n/k\n",
  );
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
  await addPlace(
    sample.database.db,
    Recipe.parse({ ...recipe, files: [...recipe.files, counts] }),
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
