import { catchmentsWithin } from "@needs-map/shared/domain/geo/catchments";
import { greatCircleMetres } from "@needs-map/shared/domain/geo/earth";
import { createGrid } from "@needs-map/shared/domain/geo/grid";
import { pointInPolygon, pointInside } from "@needs-map/shared/domain/geo/inside";
import { nearestMetres } from "@needs-map/shared/domain/geo/nearest";
import { pairsWithin } from "@needs-map/shared/domain/geo/pairs";
import { describe, expect, test } from "vitest";
import { haversineMetres } from "./naive-gaps.ts";
import { seeded } from "./seeded.ts";

interface Points {
  lon: Float64Array;
  lat: Float64Array;
}

function spread(random: () => number, count: number, box: [number, number, number, number]): Points {
  const [west, south, width, height] = box;
  return {
    lon: Float64Array.from({ length: count }, () => {
      const lon = west + random() * width;
      return lon > 180 ? lon - 360 : lon;
    }),
    lat: Float64Array.from({ length: count }, () => south + random() * height),
  };
}

const metresOf = (a: Points, i: number, b: Points, j: number) =>
  greatCircleMetres(a.lon[i] ?? 0, a.lat[i] ?? 0, b.lon[j] ?? 0, b.lat[j] ?? 0);

/** Every pair within a limit by trying all of them, as "i-j". */
function allPairs(a: Points, b: Points, limit: number): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const i of a.lon.keys()) {
    for (const j of b.lon.keys()) {
      const metres = metresOf(a, i, b, j);
      if (metres <= limit) pairs.set(`${i}-${j}`, metres);
    }
  }
  return pairs;
}

function foundPairs(a: Points, b: Points, limit: number): Map<string, number> {
  const [from, to] = [createGrid(a.lon, a.lat), createGrid(b.lon, b.lat)];
  const { starts, column, metres } = pairsWithin(from, to, limit);
  const pairs = new Map<string, number>();
  for (let i = 0; i < from.count; i++) {
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
      pairs.set(`${from.order[i]}-${to.order[column[at] ?? -1]}`, metres[at] ?? Number.NaN);
    }
  }
  return pairs;
}

function foundInCatchments(a: Points, b: Points, limit: number): string[] {
  const [from, to] = [createGrid(a.lon, a.lat), createGrid(b.lon, b.lat)];
  const { starts, runs, loneStarts, lone } = catchmentsWithin(from, to, limit);
  const pairs: string[] = [];
  for (let i = 0; i < from.count; i++) {
    for (let at = loneStarts[i] ?? 0; at < (loneStarts[i + 1] ?? 0); at++) {
      pairs.push(`${from.order[i]}-${to.order[lone[at] ?? -1]}`);
    }
    for (let run = starts[i] ?? 0; run < (starts[i + 1] ?? 0); run += 2) {
      for (let j = runs[run] ?? 0; j < (runs[run + 1] ?? 0); j++) pairs.push(`${from.order[i]}-${to.order[j]}`);
    }
  }
  return pairs;
}

const PLACES: [string, [number, number, number, number]][] = [
  ["a borough", [-2.4, 53.35, 0.2, 0.1]],
  ["a place over the equator", [10, -0.05, 0.1, 0.1]],
  ["a place across the 180th meridian", [179.9, -17, 0.2, 0.2]],
  ["a far northern place", [15, 78.1, 1, 0.2]],
  ["a country", [-7, 50, 9, 8]],
  ["one road from west to east", [-2.4, 53.35, 0.3, 0]],
  ["one road from south to north", [-2.4, 53.35, 0, 0.3]],
];

describe("distance", () => {
  test("is 0 on the spot, a degree of the equator, and half the globe to the other side", () => {
    expect(greatCircleMetres(-2.3, 53.4, -2.3, 53.4)).toBe(0);
    expect(greatCircleMetres(0, 0, 1, 0)).toBeCloseTo((Math.PI / 180) * 6_371_008.8, 6);
    expect(greatCircleMetres(0, 0, 180, 0)).toBeCloseTo(Math.PI * 6_371_008.8, 3);
  });

  test("differs from the haversine formula by less than a tenth of a millimetre on random pairs", () => {
    const random = seeded(11);
    for (let k = 0; k < 2000; k++) {
      const [lon, lat] = [random() * 360 - 180, random() * 160 - 80];
      const size = 10 ** (random() * 6 - 5);
      const [lon2, lat2] = [lon + size * random(), lat + size * (random() - 0.5)];
      expect(Math.abs(greatCircleMetres(lon, lat, lon2, lat2) - haversineMetres(lon, lat, lon2, lat2))).toBeLessThan(
        1e-4,
      );
    }
  });
});

describe.each(PLACES)("in %s", (_, box) => {
  const random = seeded(Math.round((box[0] ?? 0) * 10) + 3);
  const people = spread(random, 120, box);
  const sites = spread(random, 90, box);
  const extent = metresOf({ lon: Float64Array.of(box[0]), lat: Float64Array.of(box[1]) }, 0, people, 0);
  const limits = [0, 1, ...[0.02, 0.1, 0.3, 1, 4].map((part) => part * Math.max(extent, 1000))];

  test("the list of pairs is the one that trying all of them gives, with the same metres to the last bit", () => {
    for (const limit of limits) {
      const wanted = allPairs(people, sites, limit);
      expect(new Map([...foundPairs(people, sites, limit)].sort())).toEqual(new Map([...wanted].sort()));
    }
  });

  test("catchments hold the same pairs, each once", () => {
    for (const limit of limits) {
      expect(foundInCatchments(people, sites, limit).sort()).toEqual([...allPairs(people, sites, limit).keys()].sort());
    }
  });

  test("a limit of exactly a pair's distance includes it and one a bit below leaves it out", () => {
    for (let k = 0; k < 30; k++) {
      const [i, j] = [Math.floor(random() * 120), Math.floor(random() * 90)];
      const limit = metresOf(people, i, sites, j);
      const below = limit * (1 - Number.EPSILON);
      expect(foundPairs(people, sites, limit).has(`${i}-${j}`)).toBe(true);
      expect(foundInCatchments(people, sites, limit)).toContain(`${i}-${j}`);
      expect(foundPairs(people, sites, below).has(`${i}-${j}`)).toBe(false);
      expect(foundInCatchments(people, sites, below)).not.toContain(`${i}-${j}`);
    }
  });

  test("the nearest is the nearest of all, however far", () => {
    const few = { lon: sites.lon.slice(0, 7), lat: sites.lat.slice(0, 7) };
    for (const others of [few, sites]) {
      const from = createGrid(people.lon, people.lat);
      const found = nearestMetres(from, createGrid(others.lon, others.lat));
      for (const [k, i] of from.order.entries()) {
        const all = [...others.lon.keys()].map((j) => metresOf(people, i, others, j));
        expect(found[k]).toBe(Math.min(...all));
      }
    }
  });
});

describe("grids", () => {
  test("hold no points, one point, and many points on one spot", () => {
    const none = createGrid(new Float64Array(), new Float64Array());
    const one = createGrid(Float64Array.of(-2), Float64Array.of(53));
    const heap = createGrid(new Float64Array(50).fill(-2), new Float64Array(50).fill(53));
    expect(pairsWithin(one, none, 1000).starts).toEqual(new Int32Array(2));
    expect(pairsWithin(none, one, 1000).starts).toEqual(new Int32Array(1));
    expect(nearestMetres(one, none)).toEqual(Float64Array.of(Infinity));
    expect(pairsWithin(one, heap, 0).starts).toEqual(Int32Array.of(0, 50));
    expect(catchmentsWithin(heap, heap, 0).loneStarts.at(-1)).toBe(2500);
    expect(nearestMetres(heap, one)).toEqual(new Float64Array(50));
  });

  test("refuse a point without coordinates", () => {
    expect(() => createGrid(Float64Array.of(1, Number.NaN), Float64Array.of(1, 1))).toThrow(
      "Point 2 has no coordinates",
    );
  });
});

describe("inside a shape", () => {
  const ring = (west: number, south: number, side: number) => [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];

  test("the widest inside point of a U lies in its thick foot, not in the gap", () => {
    const u = [
      [0, 0],
      [6, 0],
      [6, 6],
      [5, 6],
      [5, 2],
      [1, 2],
      [1, 6],
      [0, 6],
      [0, 0],
    ];
    const [lon, lat] = pointInside({ type: "Polygon", coordinates: [u] });
    expect(pointInPolygon(lon, lat, { type: "Polygon", coordinates: [u] })).toBe(true);
    expect(lat).toBeLessThan(2);
  });

  test("of several parts the widest is taken, and a hole is no inside", () => {
    const shape = { type: "MultiPolygon" as const, coordinates: [[ring(0, 0, 1)], [ring(5, 5, 4), ring(6, 6, 2)]] };
    const [lon, lat] = pointInside(shape);
    expect(lon).toBeGreaterThan(5);
    expect(pointInPolygon(lon, lat, shape)).toBe(true);
    expect(pointInPolygon(7, 7, shape)).toBe(false);
    expect(pointInPolygon(0.5, 0.5, shape)).toBe(true);
    expect(pointInPolygon(0, 0.5, shape)).toBe(true);
    expect(pointInPolygon(3, 3, shape)).toBe(false);
  });

  test("circles are round on the ground: a strip twice as wide in degrees at 60° north is a square", () => {
    const [lon, lat] = pointInside({
      type: "Polygon",
      coordinates: [
        [
          [0, 60],
          [0.2, 60],
          [0.2, 60.1],
          [0, 60.1],
          [0, 60],
        ],
      ],
    });
    expect(lon).toBeCloseTo(0.1, 2);
    expect(lat).toBeCloseTo(60.05, 2);
  });
});
