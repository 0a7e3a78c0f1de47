import { chance, seedOf } from "@needs-map/shared/domain/chance";
import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import { type GapSettings, hasShortfall, METHODS } from "@needs-map/shared/domain/gap/settings";
import { DRAWS, stability } from "@needs-map/shared/domain/gap/stability";
import { describe, expect, test } from "vitest";
import { randomPlace } from "./random-place.ts";

const settings: GapSettings = {
  method: "share",
  mode: "walk",
  minutes: 15,
  unit: "places",
  target: 40,
  ageFrom: 0,
  ageTo: 90,
  weights: { imd: 60, crowding: 0, age: 40 },
  uplift: 0.3,
  decay: null,
};

function finished(engine: ReturnType<typeof createGapEngine>, asked: GapSettings) {
  const going = stability(engine, asked);
  const steps: number[] = [];
  for (;;) {
    const next = going.next();
    if (next.done) return { ...next.value, steps };
    steps.push(next.value);
  }
}

const { place, services } = randomPlace(11, { points: 300, services: 24, wards: 9, areas: 40 });
const engine = createGapEngine(place, services);

describe("how often a ward stays among the worst", () => {
  test.each(METHODS.filter(hasShortfall))("short without ranges is short with them (%s)", (method) => {
    for (const decay of [null, { kind: "exponential", beta: 0.1 } as const]) {
      const asked = { ...settings, method, decay };
      const { short } = engine.gaps(asked).wards;
      engine.shortOf(asked).forEach((value, ward) => {
        expect(Math.abs(value - (short[ward] ?? 0))).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
      });
    }
  });

  test("is the same for the same settings, whatever the order of the weights", () => {
    const first = finished(engine, settings);
    expect(first.steps).toHaveLength(DRAWS);
    expect(finished(engine, { ...settings, weights: { age: 40, imd: 60, crowding: 0 } }).worst).toEqual(first.worst);
    expect(finished(engine, { ...settings, target: 41 }).worst).not.toEqual(first.worst);
  });

  test("counts five wards a draw at least where so many are short, and none that is not", () => {
    const { worst } = finished(engine, settings);
    expect(worst.reduce((sum, share) => sum + share, 0)).toBeGreaterThanOrEqual(5 - 1e-9);
    const met = finished(engine, { ...settings, target: 0.0001 });
    expect([...met.worst].every((share) => share <= 1)).toBe(true);
    expect(finished(engine, { ...settings, target: 0 }).worst.every((share) => share === 0)).toBe(true);
  });

  test("a ward far worse than the rest always stays, and one far better never does", () => {
    const { short } = engine.gaps(settings).wards;
    const { worst } = finished(engine, settings);
    const order = [...short.keys()].sort((a, b) => (short[b] ?? 0) - (short[a] ?? 0));
    expect(worst[order[0] ?? 0]).toBeGreaterThan(0.9);
    expect(worst[order.at(-1) ?? 0]).toBeLessThan(worst[order[0] ?? 0] ?? 0);
  });
});

describe("chance", () => {
  test("is even and repeats for its seed", () => {
    const [one, other] = [chance(7), chance(7)];
    const values = Array.from({ length: 4000 }, () => one.even());
    expect(values.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => other.even()));
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(seedOf("a")).not.toBe(seedOf("b"));
  });

  test.each([0.4, 1, 7.5, 30])("gamma of shape %d has that mean and variance", (shape) => {
    const random = chance(3);
    const values = Array.from({ length: 20_000 }, () => random.gamma(shape));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - shape) / shape).toBeLessThan(0.05);
    expect(Math.abs(variance - shape) / shape).toBeLessThan(0.1);
  });
});
