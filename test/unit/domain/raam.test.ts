import { raam } from "@needs-map/shared/domain/access/raam";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "./seeded.ts";
import { tableJourneys } from "./table-journeys.ts";

const TAU = 15;

/** Random people and services on a square 40 minutes wide. */
function random(seed: number, demands: number, services: number) {
  const next = seeded(seed);
  const at = (count: number) => Array.from({ length: count }, () => [next() * 40, next() * 40] as const);
  const [homes, sites] = [at(demands), at(services)];
  return {
    costs: homes.map(([x, y]) => sites.map(([a, b]) => Math.hypot(x - a, y - b))),
    people: Float64Array.from({ length: demands }, () => (next() < 0.1 ? 0 : Math.round(next() * 200))),
    supply: Float64Array.from({ length: services }, () => (next() < 0.1 ? 0 : 1 + Math.round(next() * 20))),
  };
}

/** Costs of every demand at every service under a load, by the definition. */
function offered(
  costs: readonly (readonly number[])[],
  people: Float64Array,
  supply: Float64Array,
  load: Float64Array,
) {
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const rho = sum(people) / sum(supply);
  return costs.map((row) =>
    row.map((cost, l) =>
      (supply[l] ?? 0) > 0 ? (load[l] ?? 0) / (supply[l] ?? 0) / rho + cost / TAU : Number.POSITIVE_INFINITY,
    ),
  );
}

/** A square of homes with as many people each, and services at even distances: many journeys are equally long. */
function even(side: number, services: number) {
  const homes = Array.from({ length: side * side }, (_, k) => [k % side, Math.floor(k / side)] as const);
  const gap = side / services;
  const sites = Array.from({ length: services * services }, (_, k) => [
    (k % services) * gap + gap / 2,
    Math.floor(k / services) * gap + gap / 2,
  ]);
  return {
    costs: homes.map(([x, y]) => sites.map(([a = 0, b = 0]) => Math.hypot(x - a, y - b))),
    people: new Float64Array(homes.length).fill(40),
    supply: Float64Array.from(sites, (_, k) => 1 + (k % 3)),
  };
}

describe("rational agents at equilibrium", () => {
  test("everyone is placed once, and no service that is not used would cost less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { costs, people, supply } = random(seed, 25, 6);
        const { cost, load, gap } = raam(tableJourneys(costs), people, supply, TAU);
        const open = supply.some((amount) => amount > 0);
        const everyone = people.reduce((sum, here) => sum + here, 0);
        if (!open) return expect(cost.every(Number.isNaN)).toBe(true);
        expect(gap).toBeLessThanOrEqual(1e-10);
        expect(load.reduce((sum, here) => sum + here, 0)).toBeCloseTo(everyone, 6);
        const all = offered(costs, people, supply, load);
        for (let i = 0; i < people.length; i++)
          if (everyone > 0) expect(cost[i]).toBeCloseTo(Math.min(...(all[i] ?? [])), 9);
      }),
      { numRuns: 200 },
    );
  });

  test("people spread evenly, with journeys that tie, come to it as well", () => {
    const { costs, people, supply } = even(48, 8);
    const { cost, load, gap } = raam(tableJourneys(costs), people, supply, TAU);
    expect(gap).toBeLessThanOrEqual(1e-10);
    expect(load.reduce((sum, here) => sum + here, 0)).toBeCloseTo(48 * 48 * 40, 6);
    offered(costs, people, supply, load).forEach((all, i) => {
      expect(cost[i]).toBeCloseTo(Math.min(...all), 9);
    });
  });

  test("an answer that is stopped before the end tells how far off it is", () => {
    const { costs, people, supply } = even(48, 8);
    const stopped = raam(tableJourneys(costs), people, supply, TAU, 1);
    const least = offered(costs, people, supply, stopped.load).map((all) => Math.min(...all));
    expect(stopped.rounds).toBe(1);
    expect(stopped.gap).toBeGreaterThan(1e-10);
    for (const [i, own] of least.entries()) expect(stopped.cost[i]).toBeCloseTo(own, 9);
  });

  test("supply so small that its crowding is counted in millions does not keep it going for ever", () => {
    const { costs, people } = random(3, 60, 8);
    const supply = Float64Array.of(1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e6);
    const { cost, gap } = raam(tableJourneys(costs), people, supply, TAU);
    expect(gap).toBeLessThan(1e-6);
    expect(cost.every(Number.isFinite)).toBe(true);
  });

  test("a demand without a service cannot be said, and a service without supply is none", () => {
    expect(raam(tableJourneys([[5]]), Float64Array.of(10), Float64Array.of(0), 60).cost[0]).toBeNaN();
    expect(raam(tableJourneys([[]]), Float64Array.of(10), Float64Array.of(3), 60).cost[0]).toBeNaN();
  });

  test("two services on one spot share their people as they share supply", () => {
    const { load } = raam(tableJourneys([[5, 5]]), Float64Array.of(90), Float64Array.of(2, 1), 60);
    expect([...load]).toEqual([expect.closeTo(60, 9), expect.closeTo(30, 9)]);
  });
});
