import { type Decay, decayWeight } from "@needs-map/shared/domain/access/decay";
import { raam } from "@needs-map/shared/domain/access/raam";
import { accessFromTable } from "@needs-map/shared/domain/access/table";
import { choiceWeights } from "@needs-map/shared/domain/access/three-step";
import { twoStepAccess } from "@needs-map/shared/domain/access/two-step";
import { describe, expect, test } from "vitest";
import { tableJourneys } from "./table-journeys.ts";

/** A full table of costs, row-major demand × supply, in the form that the command hands over. */
function tableOf(demand: number[], supply: number[], costs: number[][], decay: Decay, max = Infinity) {
  const pairs = costs.flatMap((row, i) => row.map((cost, j) => ({ i, j, cost })));
  return {
    demand: Float64Array.from(demand),
    supply: Float64Array.from(supply),
    origin: Int32Array.from(pairs, ({ i }) => i),
    destination: Int32Array.from(pairs, ({ j }) => j),
    cost: Float64Array.from(pairs, ({ cost }) => cost),
    decay,
    max,
  };
}

function expectFigures(found: Float64Array, wanted: number[], digits: number) {
  expect(Array.from(found, (value) => Number(value.toFixed(digits)))).toEqual(wanted);
}

describe("three tracts with hospitals (V1)", () => {
  const people = [100, 50, 10];
  const beds = [15, 20, 100];
  const far = [
    [1, 80, 40],
    [80, 1, 40],
    [40, 40, 1],
  ];
  const near = [
    [1, 40, 20],
    [40, 1, 20],
    [20, 20, 1],
  ];
  const inverse: Decay = { kind: "power", scale: 1, exponent: -1, least: 1 };
  const steps: Decay = {
    kind: "step",
    steps: [
      [20, 1],
      [40, 0.68],
      [60, 0.22],
    ],
  };

  test("2SFCA with inverse-cost weights gives the published access, and all supply is handed out", () => {
    const access = accessFromTable(tableOf(people, beds, far, inverse, 60));
    expectFigures(access, [0.331444, 0.579828, 7.286418], 6);
    expect(people.reduce((sum, here, i) => sum + here * (access[i] ?? 0), 0)).toBeCloseTo(135, 9);
  });

  test("E2SFCA with step weights gives the published access", () => {
    expectFigures(accessFromTable(tableOf(people, beds, far, steps)), [0.747592, 0.959256, 1.227799], 6);
  });

  test("binary 2SFCA counts a journey of exactly the limit", () => {
    const access = accessFromTable(tableOf(people, beds, far, { kind: "binary", limit: 40 }));
    expectFigures(access, [0.761364, 0.958333, 1.094697], 6);
  });

  test("with the journeys between tracts halved the three measures give the worked figures", () => {
    expectFigures(accessFromTable(tableOf(people, beds, near, inverse, 60)), [0.442568, 0.666758, 5.740525], 6);
    expectFigures(accessFromTable(tableOf(people, beds, near, steps)), [0.835417, 0.852083, 0.885417], 6);
    const binary = accessFromTable(tableOf(people, beds, near, { kind: "binary", limit: 40 }));
    expectFigures(binary, [0.84375, 0.84375, 0.84375], 5);
  });
});

describe("three-step and rational agents on the three tracts (V1)", () => {
  const people = [100, 50, 10];
  const beds = [15, 20, 100];
  const far = [
    [1, 80, 40],
    [80, 1, 40],
    [40, 40, 1],
  ];
  const near = [
    [1, 40, 20],
    [40, 1, 20],
    [20, 20, 1],
  ];

  /** Weights 1 ÷ t up to 60 as pairs, chosen among, in both steps. */
  function threeStep(costs: number[][]) {
    const pairs = costs.flatMap((row, i) => row.map((cost, j) => ({ i, j, cost })).filter(({ cost }) => cost <= 60));
    const starts = Int32Array.from([0, 1, 2, 3], (row) => pairs.filter(({ i }) => i < row).length);
    const list = {
      starts,
      column: Int32Array.from(pairs, ({ j }) => j),
      weight: Float64Array.from(pairs, ({ cost }) => 1 / cost),
    };
    return twoStepAccess(choiceWeights(list), Float64Array.from(people), Float64Array.from(beds));
  }

  test("3SFCA gives the worked access, and all supply is handed out", () => {
    const access = threeStep(far);
    expectFigures(access, [0.156332, 0.406293, 9.905212], 6);
    expect(people.reduce((sum, here, i) => sum + here * (access[i] ?? 0), 0)).toBeCloseTo(135, 9);
    expectFigures(threeStep(near), [0.174802, 0.424036, 9.631801], 6);
  });

  test("RAAM gives the published cost, the same for everyone who shares services", () => {
    expectFigures(raamOn(people, beds, far, 60).cost, [1.498148, 1.498148, 0.848148], 6);
    expectFigures(raamOn(people, beds, near, 60).cost, [1.251235, 1.251235, 0.934568], 6);
  });
});

/** RAAM on a full table of costs. */
function raamOn(people: number[], supply: number[], costs: number[][], tau: number) {
  return raam(tableJourneys(costs), Float64Array.from(people), Float64Array.from(supply), tau);
}

test("one demand between two services pays the same at both (V2)", () => {
  const { cost, load, gap } = raamOn([100_000], [2, 1], [[0, 10]], 60);
  expect(cost[0]).toBeCloseTo(19 / 18, 9);
  expect([...load].reduce((sum, here) => sum + here, 0)).toBeCloseTo(100_000, 6);
  expect(gap).toBeLessThanOrEqual(1e-10);
});

test("spatial availability is people times access of 2SFCA (V4)", () => {
  const people = [50_000, 150_000, 10_000];
  const jobs = [100_000, 100_000, 10_000];
  const costs = [
    [15, 30, 100],
    [30, 15, 100],
    [100, 100, 15],
  ];
  const access = accessFromTable(tableOf(people, jobs, costs, { kind: "exponential", beta: 0.1 }));
  expectFigures(access, [1.336669, 0.888022, 0.996317], 6);
  expectFigures(
    access.map((value, i) => value * (people[i] ?? 0)),
    [66_833, 133_203, 9963],
    0,
  );
});

describe("three consumers and two providers on a line (V3)", () => {
  const costs = [0, 1, 2].map((x) => [x, 2 - x]);

  test("binary up to 3 gives everyone the same", () => {
    const access = accessFromTable(tableOf([100, 100, 100], [10, 10], costs, { kind: "binary", limit: 3 }));
    expectFigures(access, [0.066667, 0.066667, 0.066667], 6);
  });

  test("a Gaussian with σ = 1 favours the middle", () => {
    const access = accessFromTable(tableOf([100, 100, 100], [10, 10], costs, { kind: "gaussian", sigma: 1 }, 3));
    expectFigures(access, [0.065179, 0.069641, 0.065179], 6);
  });
});

describe("decays (V5)", () => {
  const at = (decay: Decay, costs: number[]) => costs.map((cost) => decayWeight(decay, cost));

  test("a step holds its weight up to and with its limit and ends past the last", () => {
    const steps: Decay = {
      kind: "step",
      steps: [
        [20, 1],
        [40, 0.68],
        [60, 0.22],
      ],
    };
    expect(at(steps, [0, 10, 20, 30, 40, 50, 60, 70])).toEqual([1, 1, 1, 0.68, 0.68, 0.22, 0.22, 0]);
  });

  test("a Gaussian with σ = 20 gives the published weights", () => {
    const weights = at({ kind: "gaussian", sigma: 20 }, [0, 20, 40, 60]);
    for (const [k, wanted] of [1, 0.60653066, 0.13533528, 0.011108997].entries())
      expect(weights[k]).toBeCloseTo(wanted, 8);
  });

  test("a power decay keeps its weight below its least cost", () => {
    const weights = at({ kind: "power", scale: 20, exponent: -2, least: 1 }, [1, 2, 20, 40, 60, 0.2]);
    for (const [k, wanted] of [400, 100, 1, 0.25, 1 / 9, 400].entries()) expect(weights[k]).toBeCloseTo(wanted, 10);
  });
});
