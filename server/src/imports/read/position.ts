import type { Position } from "geojson";

/** Whether a position is a longitude and latitude on the Earth. */
export const isOnEarth = ([lon, lat]: Position): boolean =>
  Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon ?? 999) <= 180 && Math.abs(lat ?? 999) <= 90;

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

export const boxHolds = ([west, south, east, north]: Box, lon: number, lat: number): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

export const boxesMeet = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

const METRES_A_DEGREE = 111_195;

/** A box that reaches so many metres farther on every side. */
export function widened([west, south, east, north]: Box, metres: number): Box {
  const up = metres / METRES_A_DEGREE;
  const along = up / Math.max(0.05, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180));
  return [west - along, south - up, east + along, north + up];
}
