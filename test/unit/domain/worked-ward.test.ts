import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import type { WardGaps } from "@needs-map/shared/domain/gap/result";
import { type GapSettings, METHODS, TRAVEL_MODES } from "@needs-map/shared/domain/gap/settings";
import type { Terms } from "@needs-map/shared/domain/gap/worked/terms";
import { type WorkedWard, workWard } from "@needs-map/shared/domain/gap/worked/work-ward";
import { describe, expect, test } from "vitest";
import { randomPlace } from "./random-place.ts";
import { seeded } from "./seeded.ts";

function expectClose(found: number | undefined, wanted: number, what: string) {
  if (Number.isNaN(wanted)) return expect(found, what).toBeNaN();
  const apart = Math.abs((found ?? Number.NaN) - wanted);
  return expect(apart, `${what}: ${found} against ${wanted}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
}

const sum = (values: readonly number[]) => values.reduce((so, value) => so + value, 0);

/** What is shown, with the rest, comes to the total. */
function expectWhole<Term>(terms: Terms<Term>, what: string) {
  expectClose(sum(terms.largest.map(({ value }) => value)) + terms.rest, terms.total, `${what}: shown and the rest`);
  if (terms.others === 0) expect(terms.rest, `${what}: no others`).toBe(0);
}

const DECAYS: readonly GapSettings["decay"][] = [
  null,
  { kind: "exponential", beta: 0.12 },
  { kind: "binary", limit: 9 },
  { kind: "power", scale: 2, exponent: -1, least: 1 },
  {
    kind: "step",
    steps: [
      [8, 1],
      [16, 0.68],
    ],
  },
];

function settingsFor(seed: number, method: GapSettings["method"]): GapSettings {
  const random = seeded(seed);
  return {
    method,
    mode: TRAVEL_MODES[Math.floor(random() * 4)] ?? "walk",
    minutes: 5 + Math.floor(random() * 25),
    unit: random() < 0.5 ? "places" : "sites",
    target: random() < 0.5 ? 3 : 40,
    ageFrom: 10,
    ageTo: 10 + Math.floor(random() * 30),
    weights: { imd: Math.floor(random() * 50), crowding: 20, age: random() < 0.5 ? 0 : 30 },
    uplift: random(),
    decay: DECAYS[seed % DECAYS.length] ?? null,
  };
}

/** Every figure of the ward that the worked terms come to. */
function cameTo({
  people,
  reach,
  need,
  access,
  ratio,
  cost,
  short,
}: WorkedWard): Partial<Record<keyof WardGaps, number>> {
  const [shorter, same, longer] = reach.within;
  return {
    people: people.everyone,
    group: people.group.total,
    need: need.need,
    outOfReach: reach.outOfReach.total,
    reach: same?.share ?? Number.NaN,
    reachLow: longer?.share ?? Number.NaN,
    reachHigh: shorter?.share ?? Number.NaN,
    nearestMinutes: reach.nearestMinutes,
    supply: access?.points.total ?? ratio?.sites.total ?? Number.NaN,
    access: access?.access ?? ratio?.access ?? Number.NaN,
    cost: cost?.cost ?? Number.NaN,
    short: short?.points.total ?? Number.NaN,
    shortOutOfReach: short?.outOfReach.short ?? Number.NaN,
    shortNotEnough: short?.notEnough.short ?? Number.NaN,
    coverage: short?.coverage ?? Number.NaN,
    low: short?.low.short ?? Number.NaN,
    high: short?.high.short ?? Number.NaN,
  };
}

describe("a ward worked through", () => {
  test.each(METHODS)("comes to the engine's answer, every figure of it, for the measure %s", (method) => {
    for (let seed = 1; seed <= 10; seed++) {
      const { place, services } = randomPlace(seed * 17, { points: 60 + seed * 10, services: 4 + seed * 3 });
      const settings = settingsFor(seed, method);
      const { wards } = createGapEngine(place, services).gaps(settings);
      place.wards.forEach((_, row) => {
        const worked = workWard(place, services, settings, row);
        for (const [name, value] of Object.entries(cameTo(worked)))
          expectClose(value, wards[name as keyof WardGaps][row] as number, `seed ${seed} ward ${row} ${name}`);
      });
    }
  });

  test.each(METHODS)("shows terms that add up, for the measure %s", (method) => {
    for (let seed = 1; seed <= 10; seed++) {
      const { place, services } = randomPlace(seed * 17, { points: 60 + seed * 10, services: 4 + seed * 3 });
      const settings = settingsFor(seed, method);
      place.wards.forEach((_, row) => {
        const { people, reach, need, access, ratio, cost, short } = workWard(place, services, settings, row);
        const at = `seed ${seed} ward ${row}`;
        expectWhole(people.group, `${at} people`);
        expectWhole(reach.outOfReach, `${at} out of reach`);
        expectWhole(need.areas, `${at} need`);
        if (!Number.isNaN(need.need)) {
          expectClose(sum(need.parts.map(({ adds }) => adds)), need.need, `${at} parts of need`);
          expectClose(need.areas.total / need.people, need.need, `${at} need by area`);
        }
        if (access) {
          expectWhole(access.points, `${at} supply by point`);
          expectWhole(access.sites, `${at} supply by service`);
          expectClose(access.sites.total, access.points.total, `${at} supply by service and by point`);
          for (const { rate, own, value } of access.sites.largest) expectClose(rate * own, value, `${at} share`);
        }
        if (access?.example) {
          const { uses, weights } = access.example;
          expectWhole(uses, `${at} example`);
          for (const { supply, demand, rate, weight, choice, used, value } of uses.largest) {
            expectClose(supply / demand, rate, `${at} rate`);
            expectClose(weight * (choice ?? 1), used, `${at} weight`);
            expectClose(rate * used, value, `${at} use`);
            if (choice !== null) expectClose(weight / weights, choice, `${at} chance`);
          }
        }
        if (ratio) expectWhole(ratio.sites, `${at} inside`);
        if (short) {
          expectWhole(short.points, `${at} short`);
          expectClose(short.outOfReach.short + short.notEnough.short, short.points.total, `${at} causes`);
          expect(short.outOfReach.points + short.notEnough.points + short.enough).toBe(people.points);
          expect(short.combinations).toHaveLength(method === "ratio" ? 3 : 9);
          for (const { value, target, access: has, people: here } of short.points.largest)
            expectClose(target * here - has * here, value, `${at} lack`);
        }
        if (cost?.example) {
          expectWhole(cost.points, `${at} cost`);
          const { sites, point } = cost.example;
          for (const { load, supply, crowding, minutes, cost: own } of sites) {
            expectClose(load / supply / cost.rho, crowding, `${at} crowding`);
            expectClose(crowding + minutes / cost.tau, own, `${at} cost of a service`);
          }
          const used = sites.filter((site) => site.used).map((site) => site.cost);
          for (const own of used) expect(Math.abs(own - (used[0] ?? Number.NaN))).toBeLessThan(1e-8);
          const [told] = cost.points.largest.filter(({ lon, lat }) => lon === point.lon && lat === point.lat);
          if (told) expect(Math.abs(told.cost - (used[0] ?? Number.NaN))).toBeLessThan(1e-8);
        }
      });
    }
  });

  test("refuses a ward that is not there and settings that have no meaning", () => {
    const { place, services } = randomPlace(3, { points: 40, services: 5 });
    expect(() => workWard(place, services, settingsFor(1, "share"), 9)).toThrow("no such ward");
    expect(() => workWard(place, services, { ...settingsFor(1, "share"), minutes: 0 }, 0)).toThrow("longest journey");
  });
});
