import { type GapQuery, type GapSureness, Gaps } from "@needs-map/shared/contract/gaps";
import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { Place } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { parseDecay } from "@needs-map/shared/domain/access/decay";
import { decodePlaceArrays, decodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import { METHODS } from "@needs-map/shared/domain/gap/settings";
import { sureness } from "@needs-map/shared/domain/gap/sureness";
import { workWard } from "@needs-map/shared/domain/gap/worked/work-ward";
import type { FeatureCollection } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp();
});
afterAll(() => sample.close());

const get = async (path: string): Promise<Response> => sample.app.request(`/api/v1/places/wendmere${path}`);
const gaps = async (query: string): Promise<Gaps> => Gaps.parse(await (await get(`/gaps${query}`)).json());

describe("the question", () => {
  test("what an address leaves out starts from the first service type and the place", async () => {
    const { serviceTypes } = (await (await get("/service-types")).json()) as { serviceTypes: ServiceTypeListed[] };
    const { places } = (await (await sample.app.request("/api/v1/places")).json()) as { places: Place[] };
    const [type] = serviceTypes;
    const { settings, unit } = await gaps("");
    expect(settings).toEqual({
      svc: type?.id,
      age: `${type?.ageFrom}-${type?.ageTo}`,
      go: "walk",
      min: type?.minutes,
      target: type?.target,
      how: "share",
      decay: null,
      w: places[0]?.needWeights,
      up: 30,
      form: null,
      unchecked: true,
    });
    expect(unit).toBe(type?.unit);
  });

  test("everything that an address says is told back", async () => {
    const told = await gaps("?svc=advice&age=18-64&go=wheel&min=25&target=3.5&how=2sfca&w=age:20,imd:80&up=0");
    expect(told.settings).toEqual({
      svc: "advice",
      age: "18-64",
      go: "wheel",
      min: 25,
      target: 3.5,
      how: "2sfca",
      decay: null,
      w: { age: 20, imd: 80 },
      up: 0,
      form: null,
      unchecked: true,
    });
    expect(told.travel).toContain("67 metres a minute");
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ["?svc=castles", "svc", /Choose one of youth-clubs/],
    ["?min=4", "min", /at least 5/],
    ["?min=61", "min", /at most 60/],
    ["?min=12.5", "min", /whole number/],
    ["?min=soon", "min", /Write a number/],
    ["?target=0", "target", /above 0/],
    ["?target=1001", "target", /at most 1000/],
    ["?go=bus", "go", /Choose one of walk, wheel, cycle, car/],
    ["?how=magic", "how", /Choose one of share, 2sfca, /],
    ["?age=17-11", "age", /youngest age must not be above/],
    ["?age=young", "age", /youngest-oldest/],
    ["?w=imd:0", "w", /At least one weight/],
    ["?w=imd:101", "w", /at most 100/],
    ["?w=luck:50", "w", /There is no indicator luck/],
    ["?w=imd:50,imd:20", "w", /Weigh each indicator once/],
    ["?up=", "up", /Write a (whole )?number/],
    ["?up=-1", "up", /at least 0/],
    ["?up=101", "up", /at most 100/],
    ["?min=10&min=20", "min", /once/],
    [
      "?minutes=10",
      "minutes",
      /not known. Allowed keys: svc, age, go, min, target, how, decay, w, up, form, unchecked/,
    ],
  ];
  test.each(refused)("%s is refused, naming %s and the reason", async (query, field, reason) => {
    for (const form of ["/gaps", "/gaps.csv", "/gaps.geojson"]) {
      const response = await get(`${form}${query}`);
      expect(response.status).toBe(400);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      const { errors } = (await response.json()) as { errors: { field: string; reason: string }[] };
      expect(errors).toEqual([{ field, reason: expect.stringMatching(reason) }]);
    }
  });
});

describe("the answer", () => {
  const questions = [
    "?svc=youth-clubs",
    "?svc=youth-clubs&how=2sfca&go=cycle&min=15",
    "?svc=advice&how=share&up=0",
    "?svc=advice&how=ratio",
    "?svc=youth-clubs&how=3sfca&decay=exponential:.1",
    "?svc=advice&how=availability&decay=step:10=1,20=.68,30=.22",
    "?svc=youth-clubs&how=raam",
    "?svc=advice&how=reach&min=10",
  ];
  test.each([...METHODS])(
    "a ward worked through term by term comes to what is told, for the measure %s",
    async (how) => {
      const { settings, unit, wards } = await gaps(`?svc=youth-clubs&how=${how}&min=15`);
      const bytes = async (path: string) => (await get(`/arrays/${path}`)).arrayBuffer();
      const place = decodePlaceArrays(await bytes("people"));
      const services = decodeServiceArrays(await bytes("services/youth-clubs"));
      const [ageFrom = 0, ageTo = 0] = settings.age.split("-").map(Number);
      for (const row of [4, 17]) {
        const told = wards[row];
        const { people, reach, need, access, ratio, cost, short } = workWard(
          place,
          services,
          {
            method: how,
            decay: null,
            mode: settings.go,
            minutes: settings.min,
            target: settings.target,
            weights: settings.w,
            uplift: settings.up / 100,
            unit,
            ageFrom,
            ageTo,
          },
          place.wards.indexOf(told?.code ?? ""),
        );
        const close = (ours: number | undefined, wanted: number | null | undefined) =>
          wanted == null
            ? expect(ours).toBeUndefined()
            : expect(Math.abs((ours ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, wanted));
        close(people.group.total, told?.group);
        close(reach.outOfReach.total, told?.outOfReach);
        close(reach.nearestMinutes, told?.nearestMinutes);
        close(need.need, told?.need);
        close(access?.sites.total ?? ratio?.sites.total, told?.supply);
        close(short?.points.total, told?.short);
        close(short?.low.short, told?.low);
        close(short?.high.short, told?.high);
        close(short?.coverage, told?.coverage);
        close(cost?.cost, told?.cost);
      }
    },
  );

  test.each(questions)("%s is what the browser's engine works out from the arrays", async (query) => {
    const { settings, unit, wards, total } = await gaps(query);
    const bytes = async (path: string) => (await get(`/arrays/${path}`)).arrayBuffer();
    const engine = createGapEngine(
      decodePlaceArrays(await bytes("people")),
      decodeServiceArrays(await bytes(`services/${settings.svc}`)),
    );
    const [ageFrom = 0, ageTo = 0] = settings.age.split("-").map(Number);
    const own = engine.gaps({
      method: settings.how as NonNullable<GapQuery["how"]>,
      decay: settings.decay === null ? null : parseDecay(settings.decay),
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
      expect(Math.abs(told - (ours ?? Number.NaN))).toBeLessThanOrEqual(1e-9 * Math.abs(told));
    };
    for (const [row, ward] of wards.entries()) {
      close(ward.short, own.wards.short[row]);
      close(ward.low, own.wards.low[row]);
      close(ward.reach, own.wards.reach[row]);
      close(ward.need, own.wards.need[row]);
    }
    close(total.short, own.total.short);
  });

  test("short is out of reach and not enough together, in every ward and in the sum of wards", async () => {
    const { wards, total } = await gaps("?svc=youth-clubs");
    for (const { short, shortOutOfReach, shortNotEnough, low, high } of wards) {
      expect((shortOutOfReach ?? 0) + (shortNotEnough ?? 0)).toBeCloseTo(short ?? -1, 7);
      expect(low ?? 0).toBeLessThanOrEqual(short ?? 0);
      expect(high ?? 0).toBeGreaterThanOrEqual(short ?? 0);
    }
    expect(wards.reduce((sum, { short }) => sum + (short ?? 0), 0)).toBeCloseTo(total.short ?? -1, 6);
  });

  test("residents' needs and stability are empty, each with its reason", async () => {
    const { wards, notes } = await gaps("");
    expect(wards.every(({ asking, stability }) => asking === null && stability === null)).toBe(true);
    expect(notes.asking).toBe("Residents' needs are not collected yet.");
    expect(notes.stability).toBeTruthy();
  });

  test("can reach has no shortfall, and says why", async () => {
    const { wards, notes } = await gaps("?how=reach");
    expect(wards.every(({ short, coverage }) => short === null && coverage === null)).toBe(true);
    expect(wards.every(({ reach }) => reach !== null)).toBe(true);
    expect(notes.short).toMatch(/no amount to be short of/);
  });

  test("what was left out or assumed is told in words", async () => {
    const { serviceTypes } = (await (await get("/service-types")).json()) as { serviceTypes: ServiceTypeListed[] };
    const clubs = serviceTypes.find(({ id }) => id === "youth-clubs");
    const { caveats } = await gaps("?svc=youth-clubs");
    expect(caveats).toContainEqual(expect.stringMatching(/over the border are not known/));
    expect(caveats).toContainEqual(expect.stringMatching(/±1.96√people/));
    expect(caveats).toContainEqual(expect.stringMatching(`^${clubs?.withoutCapacity} youth club.* left out`));
    expect(caveats).toContainEqual(expect.stringMatching(`^${clubs?.unchecked} youth club.* half`));
  });

  test("an indicator that is missing somewhere is named", async () => {
    const { indicators } = (await (await get("/indicators")).json()) as { indicators: Indicator[] };
    const gappy = indicators.find(({ areas }) => Object.values(areas).includes(null));
    if (!gappy) return;
    const { caveats } = await gaps(`?w=${gappy.id}:100`);
    expect(caveats).toContainEqual(expect.stringMatching(`^${gappy.title} is missing for`));
  });
});

describe("files", () => {
  test("the table has a row a ward with full figures, and repeats the question on each", async () => {
    const response = await get("/gaps.csv?svc=youth-clubs&min=15");
    expect(response.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="wendmere-youth-clubs-gaps.csv"');
    const [header = "", ...rows] = (await response.text()).trimEnd().split("\r\n");
    const columns = header.split(",");
    expect(columns.slice(0, 8)).toEqual(["code", "name", "people", "group", "supply", "short", "low", "high"]);
    expect(columns.slice(-13)).toEqual([
      "service",
      "ages",
      "travel",
      "minutes",
      "target",
      "unit",
      "method",
      "decay",
      "need_weights",
      "raised_by_need_percent",
      "providers",
      "unchecked_records",
      "data_version",
    ]);
    const { wards } = await gaps("?svc=youth-clubs&min=15");
    expect(rows).toHaveLength(wards.length);
    for (const [at, row] of rows.entries()) {
      const cells = row.split(",");
      expect(cells).toHaveLength(columns.length);
      expect(Number(cells[5])).toBe(wards[at]?.short);
      expect(Number(cells[columns.indexOf("short_rate")])).toBeCloseTo(
        (100 * (wards[at]?.short ?? Number.NaN)) / (wards[at]?.group ?? 0),
        9,
      );
      expect(cells.slice(-13)).toEqual([
        "youth-clubs",
        "11-17",
        expect.stringMatching(/^Walking time/),
        "15",
        "10",
        "places",
        "share",
        "",
        "age:30 imd:50 no-car:20",
        "30",
        "all",
        "half",
        "1",
      ]);
    }
  });

  test("no figure carries the noise of binary fractions", async () => {
    const rows = (await (await get("/gaps.csv?min=15")).text()).trimEnd().split("\r\n").slice(1);
    const longest = Math.max(
      ...rows
        .flatMap((row) => row.match(/\d+\.\d+/g) ?? [])
        .map((text: string) => text.replace(/^0\.0*|\./g, "").length),
    );
    expect(longest).toBeLessThanOrEqual(12);
  });

  test("a figure that cannot be said is an empty cell", async () => {
    const [, row = ""] = (await (await get("/gaps.csv?how=reach")).text()).split("\r\n");
    expect(row.split(",")[5]).toBe("");
  });

  test("the shapes carry the figures, and the question stands beside them", async () => {
    const body = (await (await get("/gaps.geojson?min=15")).json()) as FeatureCollection & Omit<Gaps, "wards">;
    const { wards, ...rest } = await gaps("?min=15");
    expect(body.features.map(({ properties }) => properties)).toEqual(wards);
    expect(body.features.every(({ geometry }) => geometry.type === "MultiPolygon")).toBe(true);
    expect(body).toMatchObject(rest);
  });
});

describe("how sure the order is", () => {
  const query = "?svc=youth-clubs&min=15";

  test("the API's draws are those of the browser's engine, to the last digit", async () => {
    const answer = await get(`/gaps/sureness${query}`);
    expect(answer.status).toBe(200);
    const told = (await answer.json()) as GapSureness;
    const { settings, unit } = await gaps(query);
    const bytes = async (path: string) => (await get(`/arrays/${path}`)).arrayBuffer();
    const engine = createGapEngine(
      decodePlaceArrays(await bytes("people")),
      decodeServiceArrays(await bytes("services/youth-clubs")),
    );
    const [ageFrom = 0, ageTo = 0] = settings.age.split("-").map(Number);
    const going = sureness(engine, {
      method: "share",
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
    let step = going.next();
    while (!step.done) step = going.next();
    expect(told.draws).toBe(200);
    expect(told.wards.map(({ worst }) => worst)).toEqual([...step.value.worst]);
    expect(told.sensitivities).toEqual(step.value.sensitivities);
    expect(told.sensitivities[0]?.setting).toBeTruthy();
  });

  test("a measure without an amount is refused in words", async () => {
    const answer = await get("/gaps/sureness?how=reach");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("no amount to be short of");
  });
});
