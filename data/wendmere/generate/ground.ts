/** Metres east and north of the middle of the borough. */
export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

/** The middle of the borough: open water in the North Sea, so that it cannot be taken for a real place. */
const MIDDLE = { lon: 1.2, lat: 54 } as const;

const METRES_A_DEGREE_NORTH = 111_195.08;
const COSINE_OF_54_DEGREES = 0.5877852522924731;
const METRES_A_DEGREE_EAST = METRES_A_DEGREE_NORTH * COSINE_OF_54_DEGREES;

const six = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Longitude and latitude of a point on the ground, to six decimals (about 0.1 m). */
export function toDegrees([x, y]: Point): [lon: number, lat: number] {
  return [six(MIDDLE.lon + x / METRES_A_DEGREE_EAST), six(MIDDLE.lat + y / METRES_A_DEGREE_NORTH)];
}

/** The same point after its degrees have been rounded, so that tests of inside hold for what is written. */
export function settle(point: Point): Point {
  const [lon, lat] = toDegrees(point);
  return [(lon - MIDDLE.lon) * METRES_A_DEGREE_EAST, (lat - MIDDLE.lat) * METRES_A_DEGREE_NORTH];
}

/** Points of the drawing board (a sheet of 1,000 × 900, 16 m a step, y down) as points on the ground. */
export const fromBoard = (...steps: readonly (readonly [number, number])[]): Point[] =>
  steps.map(([x, y]) => [(x - 631) * 16, (452 - y) * 16]);

export function distance(a: Point, b: Point): number {
  const [dx, dy] = [a[0] - b[0], a[1] - b[1]];
  return Math.sqrt(dx * dx + dy * dy);
}

/** Whether a point lies in a ring (last corner not repeated), by crossings. */
export function inRing([x, y]: Point, ring: Line): boolean {
  let inside = false;
  let previous = ring[ring.length - 1];
  for (const corner of ring) {
    if (previous && corner[1] > y !== previous[1] > y) {
      const cut = ((previous[0] - corner[0]) * (y - corner[1])) / (previous[1] - corner[1]) + corner[0];
      if (x < cut) inside = !inside;
    }
    previous = corner;
  }
  return inside;
}

/** Area of a ring in square metres, positive when it runs anticlockwise. */
export function ringArea(ring: Line): number {
  let twice = 0;
  let previous = ring[ring.length - 1];
  for (const corner of ring) {
    if (previous) twice += previous[0] * corner[1] - corner[0] * previous[1];
    previous = corner;
  }
  return twice / 2;
}
