import { metresWithin } from "@needs-map/shared/domain/access/travel";
import { circleUnion } from "@needs-map/shared/domain/geo/circle-union";
import { greatCircleMetres } from "@needs-map/shared/domain/geo/earth";
import { pointInPolygon } from "@needs-map/shared/domain/geo/inside";
import { type Reaching, reachArea } from "@needs-map/shared/domain/geo/reach-area";
import type { MultiPolygon } from "geojson";
import { describe, expect, test } from "vitest";
import { seeded } from "./seeded.ts";

const WALK = metresWithin(20, "walk");

function scattered(count: number, seed: number, wide: number, metres = (random: number) => WALK * (0.5 + random)) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => ({
    lon: -2.35 + (random() - 0.5) * wide,
    lat: 53.42 + (random() - 0.5) * wide * 0.6,
    metres: metres(random()),
  }));
}

/** How far a place is from being within reach, as a share of the reach; below 0 within. */
const beyond = (points: readonly Reaching[], lon: number, lat: number) =>
  Math.min(...points.map((point) => greatCircleMetres(lon, lat, point.lon, point.lat) / point.metres - 1));

const corners = (area: MultiPolygon) => area.coordinates.flat(2) as [number, number][];

describe("the area within reach", () => {
  test("of one service is a circle of the reach radius on the ground", () => {
    const area = reachArea([{ lon: -2.35, lat: 53.42, metres: WALK }]);
    expect(area.coordinates).toHaveLength(1);
    expect(WALK).toBeCloseTo((20 * 80) / 1.3, 6);
    for (const [lon, lat] of corners(area)) {
      expect(greatCircleMetres(lon, lat, -2.35, 53.42)).toBeCloseTo(WALK, 5);
    }
  });

  test.each([2, 3, 17, 60, 200])("of %i services has every corner exactly at the reach of the nearest", (count) => {
    const points = scattered(count, count, 0.25);
    const area = reachArea(points);
    expect(corners(area).length).toBeGreaterThan(0);
    for (const [lon, lat] of corners(area)) expect(Math.abs(beyond(points, lon, lat))).toBeLessThan(1e-9);
  });

  test.each([5, 40, 120])("of %i services holds the places that are near one of them, and no other", (count) => {
    const points = scattered(count, 7 + count, 0.3);
    const area = reachArea(points);
    const random = seeded(99);
    let sure = 0;
    for (let tried = 0; tried < 3000; tried++) {
      const [lon, lat] = [-2.35 + (random() - 0.5) * 0.4, 53.42 + (random() - 0.5) * 0.26];
      const away = beyond(points, lon, lat);
      if (Math.abs(away) < 0.002) continue;
      sure++;
      expect(pointInPolygon(lon, lat, area)).toBe(away < 0);
    }
    expect(sure).toBeGreaterThan(2500);
  });

  test("of services at one address is that of one of them", () => {
    const one = { lon: -2.35, lat: 53.42, metres: WALK };
    const area = reachArea([one, { ...one }, { ...one, metres: WALK / 2 }]);
    expect(area.coordinates).toHaveLength(1);
    expect(area.coordinates[0]).toHaveLength(1);
    expect(corners(area)).toHaveLength(corners(reachArea([one])).length);
    for (const [lon, lat] of corners(area)) expect(beyond([one], lon, lat)).toBeCloseTo(0, 9);
  });

  test("around a ring of services has the hole in the middle", () => {
    const points = Array.from({ length: 12 }, (_, at) => ({
      lon: -2.35 + 0.05 * Math.cos((at * Math.PI) / 6),
      lat: 53.42 + 0.03 * Math.sin((at * Math.PI) / 6),
      metres: WALK,
    }));
    const area = reachArea(points);
    expect(area.coordinates).toHaveLength(1);
    expect(area.coordinates[0]).toHaveLength(2);
    expect(pointInPolygon(-2.35, 53.42, area)).toBe(false);
  });

  test("of a lattice, where many circles meet in one point, still holds just what is near", () => {
    const points = Array.from({ length: 36 }, (_, at) => ({
      lon: -2.35 + (at % 6) * 0.02,
      lat: 53.42 + Math.floor(at / 6) * 0.012,
      metres: WALK,
    }));
    const area = reachArea(points);
    const random = seeded(5);
    for (let tried = 0; tried < 2000; tried++) {
      const [lon, lat] = [-2.4 + random() * 0.2, 53.38 + random() * 0.14];
      const away = beyond(points, lon, lat);
      if (Math.abs(away) > 0.002) expect(pointInPolygon(lon, lat, area)).toBe(away < 0);
    }
  });

  test("of none is empty", () => {
    expect(reachArea([])).toEqual({ type: "MultiPolygon", coordinates: [] });
  });
});

test("four circles that meet in one point cover a square and four half circles", () => {
  const circles = [
    { x: 1, y: 0, radius: 1 },
    { x: -1, y: 0, radius: 1 },
    { x: 0, y: 1, radius: 1 },
    { x: 0, y: -1, radius: 1 },
  ];
  const rings = circleUnion(circles, 0.01);
  const area = rings.reduce(
    (sum, ring) =>
      sum +
      ring.reduce((all, [x, y], at) => {
        const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [0, 0];
        return all + (x * nextY - nextX * y) / 2;
      }, 0),
    0,
  );
  expect(area).toBeCloseTo(4 + 2 * Math.PI, 2);
});
