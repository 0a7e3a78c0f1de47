import { bell, cosine, ramp, sine } from "./arithmetic.ts";
import type { Point } from "./ground.ts";
import { stations } from "./lines.ts";
import { noise } from "./noise.ts";
import { RAILWAYS } from "./railways.ts";
import { ROADS } from "./roads.ts";
import { centrality } from "./settlements.ts";
import { CANALS, RIVER } from "./waters.ts";

const SQUARE = 80;
const REACH = 700;

/** Of an angle's cosine and sine, those of its half; the half lies in −90°…90°. */
const half = ([c, s]: Point): Point => [
  Math.sqrt(Math.max(0, (1 + c) / 2)),
  Math.sign(s || 1) * Math.sqrt(Math.max(0, (1 - c) / 2)),
];
const double = ([c, s]: Point): Point => [c * c - s * s, 2 * c * s];

/**
 * Which way streets run at a point: along or across the nearest main roads and waters, averaged with regard to their
 * distance, turned a little out in the suburbs so that streets there bend.
 *
 * @returns a function from a point to a unit vector; streets run along it and at right angles to it
 * @see Chen and others (2008), Interactive procedural street modeling
 */
export function bearings(): (point: Point) => Point {
  const squares = new Map<number, { point: Point; fourfold: Point }[]>();
  const square = (x: number, y: number) => (Math.floor(x / REACH) + 512) * 1024 + Math.floor(y / REACH) + 512;
  const lines = [
    RIVER,
    ...CANALS.map(({ line }) => line),
    ...RAILWAYS.map(({ line }) => line),
    ...ROADS.map(({ line }) => line),
  ];
  for (const line of lines) {
    for (const { point, along } of stations(line, 90)) {
      const key = square(point[0], point[1]);
      const sample = { point, fourfold: double(double(along)) };
      const there = squares.get(key);
      if (there) there.push(sample);
      else squares.set(key, [sample]);
    }
  }
  const known = new Map<number, Point>();
  const atNode = (column: number, row: number): Point => {
    const key = (column + 2048) * 4096 + row + 2048;
    const before = known.get(key);
    if (before) return before;
    const [x, y] = [column * SQUARE, row * SQUARE];
    const lean = 0.8 * noise(x, y, 2000, 71);
    let [c, s] = [0.05 * cosine(4 * lean), 0.05 * sine(4 * lean)];
    for (const dx of [-REACH, 0, REACH]) {
      for (const dy of [-REACH, 0, REACH]) {
        for (const { point, fourfold } of squares.get(square(x + dx, y + dy)) ?? []) {
          const [ex, ey] = [point[0] - x, point[1] - y];
          const weight = bell(Math.sqrt(ex * ex + ey * ey), 210);
          c += weight * fourfold[0];
          s += weight * fourfold[1];
        }
      }
    }
    const node: Point = [c, s];
    known.set(key, node);
    return node;
  };
  return ([x, y]) => {
    const [column, row] = [Math.floor(x / SQUARE), Math.floor(y / SQUARE)];
    const [u, v] = [x / SQUARE - column, y / SQUARE - row];
    const mix = (i: 0 | 1) =>
      (1 - v) * ((1 - u) * atNode(column, row)[i] + u * atNode(column + 1, row)[i]) +
      v * ((1 - u) * atNode(column, row + 1)[i] + u * atNode(column + 1, row + 1)[i]);
    const [c, s] = [mix(0), mix(1)];
    const length = Math.sqrt(c * c + s * s) || 1;
    const [dx, dy] = half(half([c / length, s / length]));
    const turn = 0.75 * noise(x, y, 520, 81) * (1 - ramp(centrality([x, y]), 0.3, 0.62));
    const [tc, ts] = [cosine(turn), sine(turn)];
    return [dx * tc - dy * ts, dx * ts + dy * tc];
  };
}
