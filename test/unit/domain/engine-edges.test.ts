import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import { type GapSettings, hasShortfall, METHODS } from "@needs-map/shared/domain/gap/settings";
import { AGES, type PlaceArrays, type ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import { describe, expect, test } from "vitest";

const LON = -2.3;
const LAT = 53.4;
/** Degrees of latitude that one minute on foot spans. */
const MINUTE = (80 / 1.3 / 6_371_008.8) * (180 / Math.PI);

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

/** One demand point a ward, some minutes north of the first, with all its people aged 12. */
function placeOf(points: { north: number; people: number }[], indicators: PlaceArrays["indicators"] = []): PlaceArrays {
  const rows = Int32Array.from(points.keys());
  const cellPeople = new Float64Array(points.length * AGES);
  points.forEach(({ people }, row) => {
    cellPeople[row * AGES + 12] = people;
  });
  return {
    wards: points.map((_, row) => `W${row}`),
    areas: points.map((_, row) => `A${row}`),
    people: {
      lon: new Float64Array(points.length).fill(LON),
      lat: Float64Array.from(points, ({ north }) => LAT + north * MINUTE),
      ward: rows,
      area: rows,
      cell: rows,
      cellPeople,
    },
    indicators,
  };
}

function sitesOf(sites: { north: number; capacity: number; confidence?: number; ward?: number }[]): ServiceArrays {
  return {
    lon: new Float64Array(sites.length).fill(LON),
    lat: Float64Array.from(sites, ({ north }) => LAT + north * MINUTE),
    capacity: Float64Array.from(sites, ({ capacity }) => capacity),
    confidence: Float64Array.from(sites, ({ confidence = 1 }) => confidence),
    ward: Int32Array.from(sites, ({ ward = -1 }) => ward),
    form: Int32Array.from(sites, () => -1),
    neighboursKnown: true,
  };
}

const two = placeOf([
  { north: 0, people: 100 },
  { north: 60, people: 50 },
]);

describe("a place without services", () => {
  const engine = createGapEngine(two, sitesOf([]));

  test.each(["share", "2sfca", "ratio"] as const)(
    "is short of its whole target, all of it out of reach (%s)",
    (method) => {
      const { wards, total } = engine.gaps({ ...question, method });
      expect([...wards.short]).toEqual([10, 5]);
      expect([...wards.shortOutOfReach]).toEqual([10, 5]);
      expect([...wards.shortNotEnough]).toEqual([0, 0]);
      expect([...wards.reach]).toEqual([0, 0]);
      expect([...wards.coverage]).toEqual([0, 0]);
      expect(total.short).toBe(15);
      expect(total.nearestMinutes).toBeNaN();
      expect([...wards.nearestMinutes]).toEqual([Number.NaN, Number.NaN]);
    },
  );
});

describe("a place without people", () => {
  const engine = createGapEngine(placeOf([{ north: 0, people: 0 }]), sitesOf([{ north: 1, capacity: 20, ward: 0 }]));

  test.each(METHODS)("has nothing to say and divides by nothing (%s)", (method) => {
    const { wards, total } = engine.gaps({ ...question, method });
    expect(wards.group[0]).toBe(0);
    for (const name of ["reach", "coverage", "access", "nearestMinutes", "need"] as const) {
      expect(wards[name][0], name).toBeNaN();
      expect(total[name], name).toBeNaN();
    }
    if (hasShortfall(method)) expect([total.short, total.low, total.high]).toEqual([0, 0, 0]);
  });

  test("with no demand points at all answers zeros", () => {
    const { wards, total } = createGapEngine(placeOf([]), sitesOf([])).gaps(question);
    expect(wards.short).toHaveLength(0);
    expect(total.short).toBe(0);
    expect(total.group).toBe(0);
  });

  test("keeps a ward without people of the ages apart from its neighbours", () => {
    const place = placeOf([
      { north: 0, people: 0 },
      { north: 1, people: 40 },
    ]);
    const { wards } = createGapEngine(place, sitesOf([{ north: 0, capacity: 2 }])).gaps(question);
    expect([...wards.short]).toEqual([0, 2]);
    expect(wards.coverage[0]).toBeNaN();
    expect(wards.coverage[1]).toBe(0.5);
  });
});

describe("capacity", () => {
  test("that is missing is left out and counted, and the service still counts as within reach", () => {
    const place = placeOf([{ north: 0, people: 100 }]);
    const sites = sitesOf([
      { north: 1, capacity: Number.NaN },
      { north: 2, capacity: 4 },
      { north: 3, capacity: Number.NaN },
    ]);
    const result = createGapEngine(place, sites).gaps(question);
    expect(result.servicesWithoutCapacity).toBe(2);
    expect(result.total.supply).toBe(4);
    expect(result.total.short).toBe(6);
    expect(result.total.nearestMinutes).toBeCloseTo(1, 6);
  });

  test("missing everywhere is no supply, never a guess, and the shortfall is one of not enough", () => {
    const sites = sitesOf([{ north: 1, capacity: Number.NaN, ward: 0 }]);
    for (const method of ["share", "2sfca", "ratio"] as const) {
      const { total } = createGapEngine(placeOf([{ north: 0, people: 100 }]), sites).gaps({ ...question, method });
      expect([total.supply, total.short, total.shortNotEnough, total.reach]).toEqual([0, 10, 10, 1]);
    }
  });

  test("of an unchecked record counts half", () => {
    const sites = sitesOf([{ north: 1, capacity: 8, confidence: 0.5, ward: 0 }]);
    for (const method of ["2sfca", "ratio"] as const) {
      const result = createGapEngine(placeOf([{ north: 0, people: 100 }]), sites).gaps({ ...question, method });
      expect(result.total.supply).toBe(4);
      expect(result.servicesHalfWeight).toBe(1);
    }
  });

  test("of two services on one spot is the sum of both", () => {
    const place = placeOf([
      { north: 0, people: 100 },
      { north: 3, people: 60 },
    ]);
    const one = createGapEngine(place, sitesOf([{ north: 2, capacity: 12 }])).gaps({ ...question, method: "share" });
    const both = createGapEngine(
      place,
      sitesOf([
        { north: 2, capacity: 5 },
        { north: 2, capacity: 7 },
      ]),
    ).gaps({
      ...question,
      method: "share",
    });
    for (const ward of [0, 1]) expect(both.wards.short[ward]).toBeCloseTo(one.wards.short[ward] ?? Number.NaN, 10);
  });
});

describe("neighbours", () => {
  const place = placeOf([
    { north: 0, people: 100 },
    { north: 2, people: 300 },
  ]);
  const withNeighbours = {
    ...place,
    wards: ["W0"],
    areas: ["A0"],
    people: { ...place.people, ward: Int32Array.of(0, -1), area: Int32Array.of(0, -1) },
  };

  test("share the supply but are in no ward and in no total", () => {
    const { wards, total } = createGapEngine(withNeighbours, sitesOf([{ north: 1, capacity: 8 }])).gaps(question);
    expect(wards.supply[0]).toBeCloseTo(2, 10);
    expect(total.group).toBe(100);
    expect(total.short).toBeCloseTo(8, 10);
  });

  test("stay as they are when the ward's people are low or high", () => {
    const { wards } = createGapEngine(withNeighbours, sitesOf([{ north: 0, capacity: 8 }])).gaps(question);
    const part = (1.96 * Math.sqrt(100)) / 100;
    const shortOf = (people: number) => 0.1 * people - (8 * people) / (people + 300);
    expect(wards.low[0]).toBeCloseTo(shortOf(100 * (1 - part)), 10);
    expect(wards.high[0]).toBeCloseTo(shortOf(100 * (1 + part)), 10);
  });
});

describe("the range", () => {
  test("over journey times tells a service just within reach from one well within", () => {
    const place = placeOf([{ north: 0, people: 100 }]);
    const near = createGapEngine(place, sitesOf([{ north: 11, capacity: 10 }])).gaps({ ...question, method: "reach" });
    expect([near.wards.reachLow[0], near.wards.reach[0], near.wards.reachHigh[0]]).toEqual([1, 1, 1]);
    const edge = createGapEngine(place, sitesOf([{ north: 13, capacity: 10 }])).gaps({ ...question, method: "reach" });
    expect([edge.wards.reachLow[0], edge.wards.reach[0], edge.wards.reachHigh[0]]).toEqual([0, 1, 1]);
    const beyond = createGapEngine(place, sitesOf([{ north: 19, capacity: 10 }])).gaps({
      ...question,
      method: "reach",
    });
    expect([beyond.wards.reachLow[0], beyond.wards.reach[0], beyond.wards.reachHigh[0]]).toEqual([0, 0, 1]);
  });

  test("never lets the people of a small ward fall below none", () => {
    const { wards } = createGapEngine(placeOf([{ north: 0, people: 2 }]), sitesOf([])).gaps(question);
    expect(wards.low[0]).toBe(0);
    expect(wards.high[0]).toBeCloseTo(0.2 * (1 + 1.96 / Math.sqrt(2)), 10);
  });
});

describe("can reach", () => {
  test("says who can reach and who cannot, and no shortfall", () => {
    const { wards, total } = createGapEngine(two, sitesOf([{ north: 1, capacity: 3 }])).gaps({
      ...question,
      method: "reach",
    });
    expect([...wards.reach]).toEqual([1, 0]);
    expect([...wards.outOfReach]).toEqual([0, 50]);
    for (const name of [
      "supply",
      "short",
      "low",
      "high",
      "shortOutOfReach",
      "shortNotEnough",
      "coverage",
      "access",
    ] as const) {
      expect(wards[name][0], name).toBeNaN();
      expect(total[name], name).toBeNaN();
    }
    expect(total.reach).toBeCloseTo(100 / 150, 12);
  });
});

describe("need", () => {
  const four = [0, 1, 2, 3].map((north) => ({ north, people: 10 }));
  const indicator = (values: number[], higherIsMoreNeed = true) => [
    { id: "imd", values: Float64Array.from(values), higherIsMoreNeed },
  ];
  const byNeed = { ...question, weights: { imd: 1 }, uplift: 1 };

  test("is the percentile within the place, ties sharing their mean rank, and raises the target", () => {
    const { wards } = createGapEngine(placeOf(four, indicator([5, 9, 9, 1])), sitesOf([])).gaps(byNeed);
    expect([...wards.need]).toEqual([0.375, 0.75, 0.75, 0.125]);
    expect(Array.from(wards.short, (short) => short.toFixed(9))).toEqual([
      "1.375000000",
      "1.750000000",
      "1.750000000",
      "1.125000000",
    ]);
  });

  test("is turned where a lower value is more need", () => {
    const { wards } = createGapEngine(placeOf(four, indicator([5, 9, 9, 1], false)), sitesOf([])).gaps(byNeed);
    expect([...wards.need]).toEqual([0.625, 0.25, 0.25, 0.875]);
  });

  test("missing in half the areas leaves those unsaid, raises no target there, and is counted", () => {
    const result = createGapEngine(placeOf(four, indicator([5, Number.NaN, 9, Number.NaN])), sitesOf([])).gaps(byNeed);
    expect([...result.wards.need]).toEqual([0.25, Number.NaN, 0.75, Number.NaN]);
    expect(Array.from(result.wards.short, (short) => short.toFixed(9))).toEqual([
      "1.250000000",
      "1.000000000",
      "1.750000000",
      "1.000000000",
    ]);
    expect(result.missingIndicators).toEqual([{ id: "imd", areas: 2 }]);
    expect(result.areasWithoutNeed).toBe(2);
    expect(result.total.need).toBe(0.5);
  });

  test("shares the weight of a missing indicator among the others", () => {
    const values = [
      { id: "imd", values: Float64Array.of(1, 2, 3, Number.NaN), higherIsMoreNeed: true },
      { id: "cars", values: Float64Array.of(1, 2, 3, 4), higherIsMoreNeed: true },
    ];
    const result = createGapEngine(placeOf(four, values), sitesOf([])).gaps({
      ...byNeed,
      weights: { imd: 90, cars: 10 },
    });
    expect(result.wards.need[3]).toBe(0.875);
    expect(result.areasWithoutNeed).toBe(0);
  });

  test("counts the share of people of the target ages as the indicator of age", () => {
    const place = placeOf([
      { north: 0, people: 10 },
      { north: 1, people: 10 },
    ]);
    place.people.cellPeople[70] = 90;
    const { wards } = createGapEngine(place, sitesOf([])).gaps({
      ...byNeed,
      ageFrom: 11,
      ageTo: 17,
      weights: { age: 1 },
    });
    expect([...wards.need]).toEqual([0.25, 0.75]);
    expect([...wards.group]).toEqual([10, 10]);
    expect([...wards.people]).toEqual([100, 10]);
  });
});

describe("settings without meaning are refused in plain words", () => {
  const engine = createGapEngine(two, sitesOf([{ north: 1, capacity: 3 }]));

  test.each<[string, Partial<GapSettings>]>([
    ["At least one weight", { weights: { age: 0 } }],
    ["At least one weight", { weights: {} }],
    ['There is no indicator "moon"', { weights: { age: 1, moon: 2 } }],
    ['The weight of "age"', { weights: { age: -1 } }],
    ['The weight of "age"', { weights: { age: Number.NaN } }],
    ["The longest journey", { minutes: 0 }],
    ["The longest journey", { minutes: Number.NaN }],
    ["The longest journey", { minutes: Infinity }],
    ["The target", { target: -1 }],
    ["The target", { target: Number.NaN }],
    ["The uplift", { uplift: 1.1 }],
    ["Ages must be", { ageFrom: 20, ageTo: 10 }],
    ["Ages must be", { ageTo: 91 }],
    ["Ages must be", { ageFrom: 1.5 }],
  ])("%s … for %j", (words, change) => {
    expect(() => engine.gaps({ ...question, ...change })).toThrow(RangeError);
    expect(() => engine.gaps({ ...question, ...change })).toThrow(words);
  });

  test("arrays that do not fit each other are refused when the engine is made", () => {
    const short = { ...two, people: { ...two.people, lat: Float64Array.of(53) } };
    expect(() => createGapEngine(short, sitesOf([]))).toThrow("different lengths");
    expect(() => createGapEngine({ ...two, wards: [] }, sitesOf([]))).toThrow("no known ward");
    expect(() => createGapEngine(two, { ...sitesOf([]), capacity: Float64Array.of(1) })).toThrow("different lengths");
  });
});

test("the same question gives the same figures to the last bit, whatever was asked before", () => {
  const sites = sitesOf([
    { north: 1, capacity: 3, ward: 0 },
    { north: 40, capacity: 9, ward: 1 },
  ]);
  const engine = createGapEngine(two, sites);
  const first = engine.gaps({ ...question, method: "share" });
  engine.gaps({ ...question, method: "share", mode: "car", minutes: 60 });
  engine.gaps({ ...question, method: "ratio", ageFrom: 11, ageTo: 17 });
  expect(engine.gaps({ ...question, method: "share" })).toEqual(first);
  expect(createGapEngine(two, sites).gaps({ ...question, method: "share" })).toEqual(first);
});
