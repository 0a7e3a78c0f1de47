import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import type { GapTotal, WardGaps } from "@needs-map/shared/domain/gap/result";
import { type GapSettings, METHODS, TRAVEL_MODES } from "@needs-map/shared/domain/gap/settings";
import { describe, expect, test } from "vitest";
import { naiveGaps } from "./naive-gaps.ts";
import { randomPlace } from "./random-place.ts";
import { seeded } from "./seeded.ts";

function expectClose(found: number | undefined, wanted: number, what: string) {
  if (Number.isNaN(wanted)) return expect(found, what).toBeNaN();
  const apart = Math.abs((found ?? Number.NaN) - wanted);
  return expect(apart, `${what}: ${found} against ${wanted}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
}

const DECAYS: readonly GapSettings["decay"][] = [
  null,
  { kind: "exponential", beta: 0.12 },
  { kind: "gaussian", sigma: 7 },
  {
    kind: "step",
    steps: [
      [8, 1],
      [16, 0.68],
      [24, 0.22],
    ],
  },
];

function randomSettings(seed: number, method: GapSettings["method"]): GapSettings {
  const random = seeded(seed);
  const ageFrom = Math.floor(random() * 60);
  return {
    method,
    mode: TRAVEL_MODES[Math.floor(random() * 4)] ?? "walk",
    minutes: 5 + Math.floor(random() * 25),
    unit: random() < 0.5 ? "places" : "sites",
    target: random() < 0.5 ? 3 : 40,
    ageFrom,
    ageTo: ageFrom + Math.floor(random() * 30),
    weights: { imd: Math.floor(random() * 50), crowding: 20, age: random() < 0.5 ? 0 : 30 },
    uplift: random(),
    decay: DECAYS[seed % DECAYS.length] ?? null,
  };
}

describe("every figure of every ward equals the naive double loop", () => {
  test.each(METHODS)("for the measure %s on random places with one engine for many settings", (method) => {
    for (let seed = 1; seed <= 6; seed++) {
      const { place, services } = randomPlace(seed * 31, { points: 60 + seed * 10, services: 4 + seed * 3 });
      const engine = createGapEngine(place, services);
      for (let turn = 0; turn < 4; turn++) {
        const settings = randomSettings(seed * 100 + turn, method);
        const found = engine.gaps(settings);
        const wanted = naiveGaps(place, services, settings);
        wanted.wards.forEach((figures, ward) => {
          for (const [name, value] of Object.entries(figures)) {
            if (name === "cost" && method === "raam") continue;
            expectClose(found.wards[name as keyof WardGaps][ward], value, `seed ${seed}.${turn} ward ${ward} ${name}`);
          }
        });
        for (const name of Object.keys(found.total) as (keyof GapTotal)[]) {
          if (name === "cost" && method === "raam") continue;
          expectClose(found.total[name], wanted.total[name], `seed ${seed}.${turn} total ${name}`);
        }
      }
    }
  });
});
