import { EquityTold } from "@needs-map/shared/contract/equity";
import type { Indicator } from "@needs-map/shared/contract/indicator";
import { parseDecay } from "@needs-map/shared/domain/access/decay";
import { decodePlaceArrays, decodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import { type Equity, equity } from "@needs-map/shared/domain/gap/equity";
import { withProviders } from "@needs-map/shared/domain/gap/providers";
import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp();
});
afterAll(() => sample.close());

const get = async (path: string): Promise<Response> => sample.app.request(`/api/v1/places/wendmere${path}`);
const bytes = async (path: string) => (await get(`/arrays/${path}`)).arrayBuffer();

/** What the browser does with the arrays, for the settings that an answer tells. */
async function ownFor({ settings, unit, deprivation }: EquityTold): Promise<Equity> {
  const place = decodePlaceArrays(await bytes("people"));
  const services = decodeServiceArrays(await bytes(`services/${settings.svc}`));
  const [ageFrom = 0, ageTo = 0] = settings.age.split("-").map(Number);
  const engine = createGapEngine(
    place,
    withProviders(services, { forms: settings.form, unchecked: settings.unchecked }),
  );
  const asked = {
    method: settings.how,
    decay: settings.decay === null ? null : parseDecay(settings.decay),
    mode: settings.go,
    minutes: settings.min,
    target: settings.target,
    weights: settings.w,
    uplift: settings.up / 100,
    unit,
    ageFrom,
    ageTo,
  };
  return equity(engine, asked, place.indicators.find(({ id }) => id === deprivation?.id) ?? null);
}

const close = (told: number | null | undefined, own: number | undefined) => {
  if (told === null) return expect(own).toBeNaN();
  expect(Math.abs((told ?? Number.NaN) - (own ?? Number.NaN))).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(told ?? 0)),
  );
};

describe("how evenly access is spread", () => {
  const questions = [
    "",
    "?svc=advice&how=2sfca&go=car&min=30",
    "?how=3sfca&decay=exponential:0.1&age=0-90",
    "?how=reach&min=10",
    "?how=raam",
    "?svc=pharmacies&how=ratio",
  ];
  test.each(questions)("%s is what the browser works out from the arrays, to 1e-9", async (query) => {
    const answer = await get(`/equity${query}`);
    expect(answer.status).toBe(200);
    const told = EquityTold.parse(await answer.json());
    const own = await ownFor(told);
    expect(told.compared).toBe(own.compared);
    expect(told.fifths).toHaveLength(5);
    for (const [part, fifth] of told.fifths.entries()) close(fifth.access, own.fifths[part]?.access);
    for (const [group, { from, to, people, access }] of told.ages.entries()) {
      expect([from, to]).toEqual([own.ages[group]?.from, own.ages[group]?.to]);
      close(people, own.ages[group]?.people);
      close(access, own.ages[group]?.access);
    }
    for (const index of ["gini", "palma", "concentration", "below", "depth", "severity"] as const)
      close(told[index], own[index]);
    for (const curve of ["lorenz", "concentrationCurve"] as const) {
      expect(told[curve]).toHaveLength(own[curve].length);
      for (const [at, [x, y]] of told[curve].entries()) {
        close(x, own[curve][at]?.[0]);
        close(y, own[curve][at]?.[1]);
      }
    }
    for (const name of ["gini", "palma", "concentration", "below", "depth", "severity"] as const)
      expect(name in told.notes, name).toBe(told[name] === null);
  });

  test("small areas are ordered by the place's overall measure of deprivation, which is named", async () => {
    const told = EquityTold.parse(await (await get("/equity")).json());
    const { indicators } = (await (await get("/indicators")).json()) as { indicators: Indicator[] };
    expect(told.deprivation?.id).toBe(deprivationOf(indicators)?.id);
    const people = told.fifths.map((fifth) => fifth.people);
    expect(people.reduce((sum, here) => sum + here, 0)).toBeCloseTo(told.all.people, 6);
  });

  test("a measure without a target says why nobody can be below it", async () => {
    const told = EquityTold.parse(await (await get("/equity?how=reach")).json());
    expect(told.below).toBeNull();
    expect(told.notes.below).toBe("This measure has no target that one could be below.");
  });

  test("a question that cannot be is refused as for the gaps, and an unchanged answer is not sent again", async () => {
    const refused = await get("/equity?svc=castles");
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ field: "svc" }] });
    const etag = (await get("/equity")).headers.get("etag") ?? "";
    const again = await sample.app.request("/api/v1/places/wendmere/equity", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });
});
