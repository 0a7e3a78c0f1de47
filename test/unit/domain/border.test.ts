import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { AGES, type PlaceArrays, type ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import { describe, expect, test } from "vitest";

const question: GapSettings = {
  method: "2sfca",
  mode: "walk",
  minutes: 15,
  unit: "places",
  target: 10,
  ageFrom: 0,
  ageTo: 90,
  weights: { age: 100 },
  uplift: 0,
  decay: null,
};

/** One ward with 100 people and one service; across the border 300 people and, perhaps, a service. */
function borderPlace(neighbourService: boolean, neighboursKnown: boolean): [PlaceArrays, ServiceArrays] {
  const cellPeople = new Float64Array(2 * AGES);
  cellPeople[10] = 100;
  cellPeople[AGES + 10] = 300;
  const place: PlaceArrays = {
    wards: ["W"],
    areas: ["A"],
    people: {
      lon: Float64Array.of(-2.3, -2.299),
      lat: Float64Array.of(53.4, 53.4),
      ward: Int32Array.of(0, -1),
      area: Int32Array.of(0, -1),
      cell: Int32Array.of(0, 1),
      cellPeople,
    },
    indicators: [],
  };
  const count = neighbourService ? 2 : 1;
  const services: ServiceArrays = {
    lon: Float64Array.of(-2.3, -2.299).subarray(0, count),
    lat: Float64Array.of(53.4, 53.4).subarray(0, count),
    capacity: Float64Array.of(4, 12).subarray(0, count),
    confidence: Float64Array.of(1, 1).subarray(0, count),
    ward: Int32Array.of(0, -1).subarray(0, count),
    form: Int32Array.of(-1, -1).subarray(0, count),
    neighboursKnown,
  };
  return [place, services];
}

const access = (neighbourService: boolean, neighboursKnown: boolean) => {
  const [place, services] = borderPlace(neighbourService, neighboursKnown);
  return createGapEngine(place, services).gaps(question).wards.access[0] ?? Number.NaN;
};

describe("people and services over the border", () => {
  test("take part when the services there are listed", () => {
    expect(access(true, true)).toBeCloseTo(16 / 400, 12);
    expect(access(false, true)).toBeCloseTo(4 / 400, 12);
  });

  test("take no part, neither the people nor the services, when they are not", () => {
    expect(access(false, false)).toBeCloseTo(4 / 100, 12);
    expect(access(true, false)).toBeCloseTo(4 / 100, 12);
  });

  test("never count among the place's people", () => {
    for (const known of [true, false]) {
      const [place, services] = borderPlace(true, known);
      expect(createGapEngine(place, services).gaps(question).total.people).toBe(100);
    }
  });
});
