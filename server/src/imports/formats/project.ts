import type { CRSS } from "@needs-map/shared/contract/recipe";
import proj4 from "proj4";

/** A coordinate reference system that is understood. */
export type Crs = (typeof CRSS)[number];

/** Airy 1830 ellipsoid, shifted to WGS 84 by the seven parameters of the Ordnance Survey. */
const NATIONAL_GRID =
  "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy " +
  "+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs";

const toWgs84 = proj4(NATIONAL_GRID, "WGS84");

/**
 * Longitude and latitude in degrees (WGS 84) of a position in another reference system.
 *
 * From the British National Grid by one Helmert transformation for the whole country: within about 5 m of the
 * Ordnance Survey's own grid of shifts, OSTN15, and mostly within 3 m.
 *
 * @param x easting in metres, or longitude in degrees
 * @param y northing in metres, or latitude in degrees
 * @see Ordnance Survey, A Guide to Coordinate Systems in Great Britain, §6.6
 */
export function toLonLat(crs: Crs, x: number, y: number): [number, number] {
  if (crs === "EPSG:4326") return [x, y];
  const [lon, lat] = toWgs84.forward([x, y]) as [number, number];
  return [lon, lat];
}

/** Whether two numbers can be a longitude and a latitude. */
export const isLonLat = (x: number, y: number): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** Whether two numbers can be metres of the British National Grid: nothing lies within a kilometre of its corner. */
export const isOnGrid = (x: number, y: number): boolean =>
  Math.max(x, y) > 1000 && x >= -100_000 && x <= 800_000 && y >= -100_000 && y <= 1_400_000;
