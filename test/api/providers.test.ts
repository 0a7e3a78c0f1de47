import { type GapSureness, Gaps } from "@needs-map/shared/contract/gaps";
import type { Service } from "@needs-map/shared/contract/service";
import { decodePlaceArrays, decodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import { withProviders } from "@needs-map/shared/domain/gap/providers";
import { LEGAL_FORMS } from "@needs-map/shared/domain/legal-forms";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp();
});
afterAll(() => sample.close());

const get = async (path: string): Promise<Response> => sample.app.request(`/api/v1/places/wendmere${path}`);
const gaps = async (query: string): Promise<Gaps> => Gaps.parse(await (await get(`/gaps${query}`)).json());
const bytes = async (path: string) => (await get(`/arrays/${path}`)).arrayBuffer();

test("the arrays tell the legal form of each record", async () => {
  const { services } = (await (await get("/services?type=youth-clubs")).json()) as { services: Service[] };
  const { form } = decodeServiceArrays(await bytes("services/youth-clubs"));
  const inOrder = [...services].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect([...form].map((row) => LEGAL_FORMS[row] ?? null)).toEqual(inOrder.map(({ legalForm }) => legalForm));
});

describe("the answer over chosen providers", () => {
  test.each([
    ["?svc=youth-clubs&form=voluntary,community", ["voluntary", "community"], true],
    ["?svc=youth-clubs&unchecked=0", null, false],
    ["?svc=advice&form=public,unknown&unchecked=0&how=2sfca", ["public", "unknown"], false],
    ["?svc=youth-clubs&form=private", ["private"], true],
    ["?svc=youth-clubs&form=public&how=reach", ["public"], true],
  ] as const)("%s is what the browser's engine works out", async (query, forms, unchecked) => {
    const { settings, unit, wards, total } = await gaps(query);
    expect(settings).toMatchObject({ form: forms, unchecked });
    const services = decodeServiceArrays(await bytes(`services/${settings.svc}`));
    const engine = createGapEngine(
      decodePlaceArrays(await bytes("people")),
      withProviders(services, { forms, unchecked }),
    );
    const [ageFrom = 0, ageTo = 0] = settings.age.split("-").map(Number);
    const own = engine.gaps({
      method: settings.how,
      decay: null,
      mode: settings.go,
      minutes: settings.min,
      target: settings.target,
      weights: settings.w,
      uplift: settings.up / 100,
      unit,
      ageFrom,
      ageTo,
    });
    const close = (told: number | null, ours: number | undefined) => {
      if (told === null) return expect(ours).toBeNaN();
      expect(Math.abs(told - (ours ?? Number.NaN))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(told)));
    };
    for (const [row, ward] of wards.entries()) {
      close(ward.short, own.wards.short[row]);
      close(ward.high, own.wards.high[row]);
      close(ward.reach, own.wards.reach[row]);
      close(ward.coverage, own.wards.coverage[row]);
    }
    close(total.short, own.total.short);
    close(total.nearestMinutes, own.total.nearestMinutes);
  });

  test("is another than that over all, and comes back when all count again", async () => {
    const all = await gaps("?svc=youth-clubs");
    const few = await gaps("?svc=youth-clubs&form=voluntary");
    expect(few.total.short).toBeGreaterThan(all.total.short ?? 0);
    expect(await gaps(`?svc=youth-clubs&form=${[...LEGAL_FORMS, "unknown"].join(",")}&unchecked=1`)).toEqual(all);
  });

  test("says in words whose services count and which wards rest on unchecked records", async () => {
    const all = await gaps("?svc=youth-clubs");
    const without = await gaps("?svc=youth-clubs&unchecked=0");
    const changed = all.wards.filter(
      ({ short }, row) => Math.abs((short ?? 0) - (without.wards[row]?.short ?? 0)) >= 1,
    );
    expect(changed.length).toBeGreaterThan(1);
    const names = changed.map(({ name }) => name).join(", ");
    expect(all.caveats).toContain(`${changed.length} wards' answers rest on unchecked records: ${names}.`);
    expect(without.caveats).toContain("Records that nobody has checked lately are left out.");
    expect(without.caveats.join(" ")).not.toMatch(/rest on unchecked|count half/);
    const { caveats } = await gaps("?svc=youth-clubs&form=community,voluntary");
    expect(caveats).toContain("Only voluntary and community services are counted.");
  });

  test("where there is none of the kinds, says so and leaves everyone out of reach", async () => {
    const { caveats, total } = await gaps("?svc=youth-clubs&form=private");
    expect(caveats).toContain("None of the youth clubs listed here is of these kinds, so none counts.");
    expect(total).toMatchObject({ reach: 0, nearestMinutes: null });
    const { notes, total: crowded } = await gaps("?svc=youth-clubs&form=private&how=raam");
    expect(crowded.cost).toBeNull();
    expect(notes.cost).toBe("None of the youth clubs listed here is of these kinds, so none counts.");
  });

  test("stands in the columns at the end of the table", async () => {
    const cells = async (query: string) => {
      const [header = "", row = ""] = (await (await get(`/gaps.csv${query}`)).text()).split("\r\n");
      const columns = header.split(",");
      return ["providers", "unchecked_records"].map((column) => row.split(",")[columns.indexOf(column)]);
    };
    expect(await cells("?svc=youth-clubs")).toEqual(["all", "half"]);
    expect(await cells("?svc=youth-clubs&form=voluntary,public&unchecked=0")).toEqual(["public voluntary", "left out"]);
  });

  test("has its own sureness", async () => {
    const sure = async (query: string) => (await (await get(`/gaps/sureness${query}`)).json()) as GapSureness;
    const few = await sure("?svc=youth-clubs&form=voluntary");
    expect(few.settings.form).toEqual(["voluntary"]);
    expect(few.wards).not.toEqual((await sure("?svc=youth-clubs")).wards);
  });
});

test.each([
  ["?form=castle", "form", /one or more of public, private, .*unknown/],
  ["?form=public,castle", "form", /one or more of/],
  ["?form=", "form", /one or more of/],
  ["?form=public&form=sme", "form", /once/],
  ["?unchecked=no", "unchecked", /Choose one of 0, 1/],
])("%s is refused, naming %s and the reason", async (query, field, reason) => {
  for (const path of ["/gaps", "/gaps.csv", "/gaps/sureness"]) {
    const response = await get(`${path}${query}`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { field: string; reason: string }[] };
    expect(errors).toEqual([{ field, reason: expect.stringMatching(reason) }]);
  }
});
