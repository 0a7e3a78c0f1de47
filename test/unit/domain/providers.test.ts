import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import {
  counts,
  EVERY_PROVIDER,
  type Providers,
  providerForms,
  providersKey,
  withProviders,
} from "@needs-map/shared/domain/gap/providers";
import { wardsResting } from "@needs-map/shared/domain/gap/resting";
import type { GapSettings, Method } from "@needs-map/shared/domain/gap/settings";
import { LEGAL_FORMS } from "@needs-map/shared/domain/legal-forms";
import type { ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import { describe, expect, test } from "vitest";
import { naiveGaps } from "./naive-gaps.ts";
import { randomPlace } from "./random-place.ts";

const settings = (method: Method): GapSettings => ({
  method,
  mode: "walk",
  minutes: 25,
  unit: "places",
  target: 12,
  ageFrom: 5,
  ageTo: 30,
  weights: { imd: 60, age: 40 },
  uplift: 0.3,
  decay: null,
});

const CHOICES: readonly Providers[] = [
  { forms: ["public"], unchecked: true },
  { forms: ["voluntary", "community", "unknown"], unchecked: true },
  { forms: null, unchecked: false },
  { forms: ["private", "sme", "unknown"], unchecked: false },
];

/** The services that count, found by walking over each. */
function naivelyKept(services: ServiceArrays, { forms, unchecked }: Providers): ServiceArrays {
  const kept: number[] = [];
  for (let j = 0; j < services.lon.length; j++) {
    const row = services.form[j] ?? -1;
    const form = row < 0 ? "unknown" : LEGAL_FORMS[row];
    if (forms && !forms.some((one) => one === form)) continue;
    if (!unchecked && services.confidence[j] !== 1) continue;
    kept.push(j);
  }
  const of = (values: ArrayLike<number>) => kept.map((j) => values[j] ?? Number.NaN);
  return {
    lon: Float64Array.from(of(services.lon)),
    lat: Float64Array.from(of(services.lat)),
    capacity: Float64Array.from(of(services.capacity)),
    confidence: Float64Array.from(of(services.confidence)),
    ward: Int32Array.from(of(services.ward)),
    form: Int32Array.from(of(services.form)),
    neighboursKnown: services.neighboursKnown,
  };
}

describe("the services that count", () => {
  test.each(CHOICES)("of %j are those of a walk over each, and so are the figures", (choice) => {
    for (const seed of [3, 4, 5]) {
      const { place, services } = randomPlace(seed, { points: 70, services: 24 });
      const kept = withProviders(services, choice);
      const naive = naivelyKept(services, choice);
      expect(kept).toEqual(naive);
      for (const method of ["share", "2sfca", "reach", "ratio"] as const) {
        const found = createGapEngine(place, kept).gaps(settings(method));
        const wanted = naiveGaps(place, naive, settings(method));
        wanted.wards.forEach(({ short, reach }, row) => {
          if (method !== "reach") expect(found.wards.short[row]).toBeCloseTo(short, 9);
          expect(found.wards.reach[row]).toBeCloseTo(reach, 9);
        });
      }
    }
  });

  test("are all of them, the same arrays, when nothing was chosen", () => {
    const { services } = randomPlace(6, { points: 20, services: 9 });
    expect(withProviders(services, EVERY_PROVIDER)).toBe(services);
  });

  test("are none where no record is of the kinds chosen, and everyone is then out of reach", () => {
    const { place, services } = randomPlace(7, { points: 40, services: 9 });
    const none = withProviders({ ...services, form: services.form.map(() => -1) }, { forms: ["sme"], unchecked: true });
    expect(none.lon).toHaveLength(0);
    const { total } = createGapEngine(place, none).gaps(settings("share"));
    expect(total.reach).toBe(0);
    expect(total.nearestMinutes).toBeNaN();
    expect(total.short).toBeGreaterThan(0);
  });

  test("agree whether told by arrays or by record", () => {
    const choice: Providers = { forms: ["community", "unknown"], unchecked: false };
    expect(counts(choice, { legalForm: null, checked: true })).toBe(true);
    expect(counts(choice, { legalForm: "community", checked: false })).toBe(false);
    expect(counts(choice, { legalForm: "public", checked: true })).toBe(false);
  });
});

test("forms come in one order, once each, and none or all of them are no choice", () => {
  expect(providerForms(["unknown", "public", "castle", "public"])).toEqual(["public", "unknown"]);
  expect(providerForms([])).toBeNull();
  expect(providerForms([...LEGAL_FORMS, "unknown"])).toBeNull();
  const keys = [EVERY_PROVIDER, ...CHOICES].map(providersKey);
  expect(new Set(keys).size).toBe(keys.length);
});

describe("wards whose answers rest on unchecked records", () => {
  test.each(["share", "ratio", "reach", "raam"] as const)(
    "by %s are those another by one unit without them",
    (method) => {
      const { place, services } = randomPlace(11, { points: 80, services: 16 });
      const all = createGapEngine(place, services).gaps(settings(method)).wards;
      const checkedOnly = createGapEngine(place, withProviders(services, { forms: null, unchecked: false }));
      const fewer = checkedOnly.gaps(settings(method)).wards;
      const column = method === "reach" || method === "raam" ? "outOfReach" : "short";
      const wanted = [...all[column].keys()].filter(
        (row) => Math.abs((all[column][row] ?? 0) - (fewer[column][row] ?? 0)) >= 1,
      );
      expect(wardsResting(all, checkedOnly, settings(method))).toEqual(wanted);
      if (method === "share") expect(wanted.length).toBeGreaterThan(0);
    },
  );

  test("are none where every record is checked", () => {
    const { place, services } = randomPlace(12, { points: 50, services: 8 });
    const checked = { ...services, confidence: services.confidence.map(() => 1) };
    const engine = createGapEngine(place, checked);
    expect(wardsResting(engine.gaps(settings("share")).wards, engine, settings("share"))).toEqual([]);
  });
});
