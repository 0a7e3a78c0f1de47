import { accessWithin } from "@needs-map/shared/domain/access/catchment-access";
import { type Decay, decayWeight } from "@needs-map/shared/domain/access/decay";
import { accessFromTable } from "@needs-map/shared/domain/access/table";
import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import { type GapSettings, hasShortfall, METHODS } from "@needs-map/shared/domain/gap/settings";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomPlace } from "./random-place.ts";
import { seeded } from "./seeded.ts";

const decays: fc.Arbitrary<Decay> = fc.oneof(
  fc.record({ kind: fc.constant("binary" as const), limit: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ kind: fc.constant("gaussian" as const), sigma: fc.double({ min: 5, max: 60, noNaN: true }) }),
  fc.record({ kind: fc.constant("exponential" as const), beta: fc.double({ min: 0, max: 0.3, noNaN: true }) }),
);

const settings: fc.Arbitrary<GapSettings> = fc.record({
  method: fc.constantFrom(...METHODS.filter(hasShortfall)),
  mode: fc.constantFrom("walk" as const, "wheel" as const, "cycle" as const, "car" as const),
  minutes: fc.integer({ min: 5, max: 60 }),
  unit: fc.constantFrom("places" as const, "sites" as const),
  target: fc.double({ min: 0.1, max: 1000, noNaN: true }),
  ageFrom: fc.integer({ min: 0, max: 40 }),
  ageTo: fc.integer({ min: 40, max: 90 }),
  weights: fc.record({ imd: fc.integer({ min: 1, max: 100 }), crowding: fc.integer({ min: 0, max: 100 }) }),
  uplift: fc.double({ min: 0, max: 1, noNaN: true }),
  decay: fc.option(decays, { nil: null }),
});

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);

function expectSame(found: number, wanted: number) {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
}

describe("what must always hold", () => {
  test("Σ P·A is the supply of the services that someone reaches, for any table and decay", () => {
    fc.assert(
      fc.property(fc.integer(), decays, fc.integer({ min: 1, max: 60 }), (seed, decay, max) => {
        const random = seeded(seed);
        const demand = Float64Array.from({ length: 9 }, () => (random() < 0.2 ? 0 : random() * 500));
        const supply = Float64Array.from({ length: 6 }, () => random() * 50);
        const pairs = Array.from({ length: 54 }, (_, k) => ({ i: k % 9, j: Math.floor(k / 9), cost: random() * 80 }));
        const table = {
          demand,
          supply,
          origin: Int32Array.from(pairs, ({ i }) => i),
          destination: Int32Array.from(pairs, ({ j }) => j),
          cost: Float64Array.from(pairs, ({ cost }) => cost),
          decay,
          max,
        };
        const reached = supply.filter((_, column) =>
          pairs.some(
            ({ i, j, cost }) => j === column && cost <= max && (demand[i] ?? 0) * decayWeight(decay, cost) > 0,
          ),
        );
        const access = accessFromTable(table);
        expectSame(sum(demand.map((people, i) => people * (access[i] ?? 0))), sum(reached));
      }),
    );
  });

  test("Σ P·A holds for catchments on the ground too, whatever the spread of people and supply", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 50, max: 20_000 }), (seed, metres) => {
        const random = seeded(seed);
        const points = (count: number, weight: () => number) => ({
          lon: Float64Array.from({ length: count }, () => -2 + random() * 0.2),
          lat: Float64Array.from({ length: count }, () => 53 + random() * 0.1),
          weight: Float64Array.from({ length: count }, weight),
        });
        const demand = points(80, () => (random() < 0.2 ? 0 : 10 ** (random() * 9 - 3)));
        const supply = points(40, () => 10 ** (random() * 9 - 3));
        const reached = supply.weight.filter((_, j) =>
          accessWithin(
            demand,
            { lon: supply.lon.slice(j, j + 1), lat: supply.lat.slice(j, j + 1), weight: new Float64Array([1]) },
            metres,
          ).some((access, i) => access > 0 && (demand.weight[i] ?? 0) > 0),
        );
        const access = accessWithin(demand, supply, metres);
        expectSame(sum(demand.weight.map((people, i) => people * (access[i] ?? 0))), sum(reached));
      }),
      { numRuns: 60 },
    );
  });

  test("short is its two causes, lies within its range, and the place is the sum of its wards", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), settings, (seed, question) => {
        const { place, services } = randomPlace(seed, { points: 40, services: 8 });
        const { wards, total } = createGapEngine(place, services).gaps(question);
        for (const ward of place.wards.keys()) {
          const short = wards.short[ward] ?? Number.NaN;
          expect((wards.shortOutOfReach[ward] ?? 0) + (wards.shortNotEnough[ward] ?? 0)).toBe(short);
          expect(wards.low[ward]).toBeLessThanOrEqual(short);
          expect(wards.high[ward]).toBeGreaterThanOrEqual(short);
          const reach = wards.reach[ward] ?? Number.NaN;
          if (Number.isNaN(reach)) continue;
          expect(wards.reachLow[ward]).toBeLessThanOrEqual(reach);
          expect(wards.reachHigh[ward]).toBeGreaterThanOrEqual(reach);
          expect(wards.coverage[ward]).toBeLessThanOrEqual(1);
        }
        for (const name of [
          "people",
          "group",
          "supply",
          "short",
          "shortOutOfReach",
          "shortNotEnough",
          "outOfReach",
        ] as const) {
          expectSame(total[name], sum(wards[name]));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a higher target never makes a ward less short, and no uplift never makes it shorter", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), settings, (seed, question) => {
        const { place, services } = randomPlace(seed, { points: 40, services: 8 });
        const engine = createGapEngine(place, services);
        const { short } = engine.gaps(question).wards;
        const higher = engine.gaps({ ...question, target: question.target * 1.5 }).wards.short;
        const flat = engine.gaps({ ...question, uplift: 0 }).wards.short;
        for (const ward of place.wards.keys()) {
          expect(higher[ward]).toBeGreaterThanOrEqual(short[ward] ?? Number.NaN);
          expect(flat[ward]).toBeLessThanOrEqual(short[ward] ?? Number.NaN);
        }
      }),
      { numRuns: 40 },
    );
  });
});
