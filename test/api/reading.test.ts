import type { Indicator } from "@needs-map/shared/contract/indicator";
import { Place, PlaceDetail } from "@needs-map/shared/contract/place";
import { SearchResult } from "@needs-map/shared/contract/search";
import { Service, ServiceTypeListed } from "@needs-map/shared/contract/service";
import { WardDetail, WardListed } from "@needs-map/shared/contract/ward";
import { decodePlaceArrays, decodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import type { FeatureCollection } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp();
});
afterAll(() => sample.close());

const get = async (path: string): Promise<Response> => sample.app.request(`/api/v1/places${path}`);
const json = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T;
const wardsOf = async () => (await json<{ wards: WardListed[] }>("/wendmere/wards")).wards;

describe("places", () => {
  test("the list holds Wendmere, marked as a sample, in the words of the contract", async () => {
    const { places } = z.strictObject({ places: z.array(Place.strict()) }).parse(await json(""));
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({ id: "wendmere", name: "Wendmere", sample: true, wards: 24 });
  });

  test("one place tells publisher, licence, vintage, checksum and rows of every file", async () => {
    const { sources, faults } = PlaceDetail.strict().parse(await json("/wendmere"));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.every(({ publisher, licence, vintage, rows }) => publisher && licence && vintage && rows > 0)).toBe(
      true,
    );
    expect(Array.isArray(faults)).toBe(true);
  });

  test("the basemap comes with a kind for every feature", async () => {
    const { features } = await json<FeatureCollection>("/wendmere/basemap.geojson");
    expect(features.every(({ properties }) => typeof properties?.kind === "string")).toBe(true);
    expect(new Set(features.map(({ properties }) => properties?.kind))).toContain("river");
  });
});

describe("wards", () => {
  test("their people add up to those of the place", async () => {
    const { people } = await json<PlaceDetail>("/wendmere");
    const wards = z.array(WardListed.strict()).parse(await wardsOf());
    expect(wards.reduce((sum, ward) => sum + ward.people, 0)).toBeCloseTo(people, 6);
  });

  test("each has its label inside its bounds", async () => {
    for (const { label, bounds } of await wardsOf()) {
      expect(label[0]).toBeGreaterThan(bounds[0]);
      expect(label[0]).toBeLessThan(bounds[2]);
      expect(label[1]).toBeGreaterThan(bounds[1]);
      expect(label[1]).toBeLessThan(bounds[3]);
    }
  });

  test("their shapes carry the same codes, in the same order", async () => {
    const { features } = await json<FeatureCollection>("/wendmere/wards.geojson");
    expect(features.map(({ properties }) => properties?.code)).toEqual((await wardsOf()).map(({ code }) => code));
    expect(features.every(({ geometry }) => geometry.type === "MultiPolygon")).toBe(true);
  });

  test("neighbours share their edges exactly: inner edges are drawn by two wards", async () => {
    const { features } = await json<FeatureCollection>("/wendmere/wards.geojson");
    const seen = new Map<string, number>();
    for (const { geometry } of features) {
      if (geometry.type !== "MultiPolygon") continue;
      for (const ring of geometry.coordinates.flat()) {
        for (const [at, point] of ring.slice(1).entries()) {
          const edge = [String(ring[at]), String(point)].sort().join(" ");
          seen.set(edge, (seen.get(edge) ?? 0) + 1);
        }
      }
    }
    expect(Math.max(...seen.values())).toBe(2);
    expect([...seen.values()].filter((times) => times === 2).length).toBeGreaterThan(seen.size / 2);
  });

  test("one ward lists its small areas, whose people add up to its own", async () => {
    const [first] = await wardsOf();
    const ward = WardDetail.strict().parse(await json(`/wendmere/wards/${first?.code}`));
    expect(ward.areas).toHaveLength(ward.smallAreas);
    expect(ward.areas.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(ward.people, 6);
    expect(ward.indicators.map(({ id }) => id)).toContain("imd");
  });

  test("small areas name the ward that they lie in", async () => {
    const codes = new Set((await wardsOf()).map(({ code }) => code));
    const { features } = await json<FeatureCollection>("/wendmere/small-areas.geojson");
    expect(features).toHaveLength(151);
    expect(features.every(({ properties }) => codes.has(properties?.ward))).toBe(true);
  });
});

test("a ward's indicator is the mean of its small areas, weighted by their people", async () => {
  const { indicators } = await json<{ indicators: Indicator[] }>("/wendmere/indicators");
  const imd = indicators.find(({ id }) => id === "imd");
  const [first] = await wardsOf();
  const ward = await json<WardDetail>(`/wendmere/wards/${first?.code}`);
  const weighted = ward.areas.map(({ code, people }) => ({ people, value: imd?.areas[code] ?? 0 }));
  const mean = weighted.reduce((sum, { people, value }) => sum + people * value, 0) / ward.people;
  expect(imd?.wards[ward.code]).toBeCloseTo(mean, 9);
  expect(ward.indicators.find(({ id }) => id === "imd")?.value).toBeCloseTo(mean, 9);
});

describe("services", () => {
  test("every kind counts its services, those without a capacity and those not checked", async () => {
    const { serviceTypes } = await json<{ serviceTypes: ServiceTypeListed[] }>("/wendmere/service-types");
    expect(serviceTypes).toHaveLength(12);
    for (const type of serviceTypes) {
      ServiceTypeListed.strict().parse(type);
      const { services } = await json<{ services: Service[] }>(`/wendmere/services?type=${type.id}`);
      expect(services).toHaveLength(type.count);
      expect(services.filter(({ checked }) => !checked)).toHaveLength(type.unchecked);
      const unknown = services.filter(({ capacity }) => capacity === null).length;
      expect(type.withoutCapacity).toBe(type.unit === "places" ? unknown : 0);
    }
  });

  test("all of them stand as points and as rows", async () => {
    const { services } = await json<{ services: Service[] }>("/wendmere/services");
    z.array(Service.strict()).parse(services);
    const { features } = await json<FeatureCollection>("/wendmere/services.geojson");
    expect(features.map(({ id }) => id)).toEqual(services.map(({ id }) => id));
  });
});

describe("arrays", () => {
  test("people come with a row a demand point and every ward and small area named", async () => {
    const { demandPoints, people } = await json<PlaceDetail>("/wendmere");
    const arrays = decodePlaceArrays(await (await get("/wendmere/arrays/people")).arrayBuffer());
    expect(arrays.people.lon).toHaveLength(demandPoints);
    expect(arrays.people.cellPeople.reduce((sum, count) => sum + count, 0)).toBeCloseTo(people, 6);
    expect(arrays.people.cellPeople.length % AGES).toBe(0);
    expect(arrays.wards).toEqual((await wardsOf()).map(({ code }) => code));
    expect(arrays.people.ward.every((row) => row >= 0 && row < arrays.wards.length)).toBe(true);
  });

  test("services come with missing capacity as missing and unchecked ones at half", async () => {
    const { services } = await json<{ services: Service[] }>("/wendmere/services?type=youth-clubs");
    const arrays = decodeServiceArrays(await (await get("/wendmere/arrays/services/youth-clubs")).arrayBuffer());
    const missing = services.filter(({ capacity }) => capacity === null).length;
    expect(arrays.capacity.filter(Number.isNaN)).toHaveLength(missing);
    expect(arrays.confidence.filter((half) => half === 0.5)).toHaveLength(
      services.filter((one) => !one.checked).length,
    );
  });
});

describe("search", () => {
  const find = async (words: string) =>
    z
      .strictObject({ results: z.array(SearchResult.strict()).max(10) })
      .parse(await json(`/wendmere/search?q=${encodeURIComponent(words)}`)).results;

  test("a ward is found by the start of its name, whatever the capitals", async () => {
    expect((await find("abbey"))[0]).toMatchObject({ kind: "ward", label: "Abbey Gate" });
    expect((await find("GATE")).map(({ label }) => label)).toContain("Abbey Gate");
  });

  test("a postcode is found with and without its space, in small letters too", async () => {
    const [whole] = await find("WM8 5");
    expect(whole?.kind).toBe("postcode");
    const label = whole?.label ?? "";
    for (const written of [label, label.replace(" ", ""), label.toLowerCase()]) {
      expect((await find(written))[0]).toEqual(whole);
    }
  });

  test("a street is found by name and tells its ward", async () => {
    const street = (await find("mill lane")).find(({ kind }) => kind === "street");
    expect(street?.label).toBe("Mill Lane");
    expect((await wardsOf()).map(({ name }) => name)).toContain(street?.detail);
  });

  test("signs that mean something to the database mean nothing in a search", async () => {
    expect(await find("%")).toEqual([]);
    expect(await find("_b_e_")).toEqual([]);
    expect(await find("'; drop table ward; --")).toEqual([]);
  });
});
