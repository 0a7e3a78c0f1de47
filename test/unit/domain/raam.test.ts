import { raam, type SortedJourneys } from "@needs-map/shared/domain/access/raam";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "./seeded.ts";

/** Random people and services on a square 40 minutes wide. */
function random(seed: number, demands: number, services: number) {
  const next = seeded(seed);
  const at = (count: number) => Array.from({ length: count }, () => [next() * 40, next() * 40] as const);
  const [homes, sites] = [at(demands), at(services)];
  const rows = homes.map(([x, y]) =>
    sites.map(([a, b], j) => ({ j, cost: Math.hypot(x - a, y - b) })).sort((p, q) => p.cost - q.cost),
  );
  const journeys: SortedJourneys = {
    starts: Int32Array.from({ length: demands + 1 }, (_, row) => row * services),
    column: Int32Array.from(rows.flat(), ({ j }) => j),
    cost: Float64Array.from(rows.flat(), ({ cost }) => cost),
  };
  return {
    journeys,
    people: Float64Array.from({ length: demands }, () => (next() < 0.1 ? 0 : Math.round(next() * 200))),
    supply: Float64Array.from({ length: services }, () => (next() < 0.1 ? 0 : 1 + Math.round(next() * 20))),
  };
}

describe("rational agents at equilibrium", () => {
  test("everyone is placed once, and no service that is not used would cost less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { journeys, people, supply } = random(seed, 25, 6);
        const { cost, load, gap } = raam(journeys, people, supply, 15);
        const open = supply.some((amount) => amount > 0);
        const everyone = people.reduce((sum, here) => sum + here, 0);
        if (!open) return expect(cost.every(Number.isNaN)).toBe(true);
        expect(gap).toBeLessThanOrEqual(1e-10);
        expect(load.reduce((sum, here) => sum + here, 0)).toBeCloseTo(everyone, 6);
        const rho = everyone / supply.reduce((sum, amount) => sum + amount, 0);
        for (let i = 0; i < people.length; i++) {
          const offered = Array.from({ length: supply.length }, (_, k) => {
            const pair = (journeys.starts[i] ?? 0) + k;
            const l = journeys.column[pair] ?? 0;
            const amount = supply[l] ?? 0;
            const crowding = everyone > 0 ? (load[l] ?? 0) / amount / rho : 0;
            return amount > 0 ? crowding + (journeys.cost[pair] ?? 0) / 15 : Number.POSITIVE_INFINITY;
          });
          if (everyone > 0) expect(cost[i]).toBeCloseTo(Math.min(...offered), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a demand without a service cannot be said, and a service without supply is none", () => {
    const journeys = { starts: Int32Array.of(0, 1), column: Int32Array.of(0), cost: Float64Array.of(5) };
    expect(raam(journeys, Float64Array.of(10), Float64Array.of(0), 60).cost[0]).toBeNaN();
    const none = { starts: Int32Array.of(0, 0), column: new Int32Array(0), cost: new Float64Array(0) };
    expect(raam(none, Float64Array.of(10), Float64Array.of(3), 60).cost[0]).toBeNaN();
  });

  test("two services on one spot share their people as they share supply", () => {
    const journeys = { starts: Int32Array.of(0, 2), column: Int32Array.of(0, 1), cost: Float64Array.of(5, 5) };
    const { load } = raam(journeys, Float64Array.of(90), Float64Array.of(2, 1), 60);
    expect([...load]).toEqual([expect.closeTo(60, 9), expect.closeTo(30, 9)]);
  });
});
