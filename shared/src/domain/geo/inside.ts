import type { MultiPolygon, Polygon, Position } from "geojson";
import pointInPolygonHao from "point-in-polygon-hao";
import polylabel from "polylabel";

/** Size of the smallest step of the search, against the shape's longer side. */
const PRECISION = 1 / 1000;

/** Whether a point of longitude and latitude lies in a shape; its border counts as inside. */
export function pointInPolygon(lon: number, lat: number, shape: Polygon | MultiPolygon): boolean {
  return polygonsOf(shape).some((rings) => pointInPolygonHao([lon, lat], closed(rings)) !== false);
}

/**
 * The widest inside point of a shape: the middle of the largest circle that fits, where a label stands best.
 * Of a shape in many parts, the part with the largest circle.
 *
 * @returns longitude and latitude in degrees
 * @throws RangeError for a shape without points
 */
export function pointInside(shape: Polygon | MultiPolygon): [number, number] {
  const found = polygonsOf(shape)
    .filter((rings) => (rings[0]?.length ?? 0) >= 3)
    .map(widest)
    .reduce<Widest | null>((best, next) => (best === null || next.distance > best.distance ? next : best), null);
  if (!found) throw new RangeError("A shape without points has no inside");
  return [found.lon, found.lat];
}

interface Widest {
  readonly lon: number;
  readonly lat: number;
  readonly distance: number;
}

/** Degrees of longitude are shrunk to those of latitude first, so that a circle is round on the ground. */
function widest(rings: Position[][]): Widest {
  const outer = rings[0] ?? [];
  const lats = outer.map(([, lat = 0]) => lat);
  const shrink = Math.max(1e-9, Math.cos((((Math.min(...lats) + Math.max(...lats)) / 2) * Math.PI) / 180));
  const flat = rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon * shrink, lat]));
  const side = Math.max(spread(flat[0] ?? [], 0), spread(flat[0] ?? [], 1));
  const point = polylabel(flat, side * PRECISION || 1e-9);
  return { lon: (point[0] ?? 0) / shrink, lat: point[1] ?? 0, distance: point.distance };
}

function spread(ring: readonly number[][], axis: number): number {
  const values = ring.map((position) => position[axis] ?? 0);
  return Math.max(...values) - Math.min(...values);
}

function polygonsOf(shape: Polygon | MultiPolygon): Position[][][] {
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
}

/** Rings whose last position is their first, as the test of a point expects. */
function closed(rings: Position[][]): Position[][] {
  return rings.map((ring) => {
    const [first, last] = [ring[0], ring.at(-1)];
    const open = first && last && (first[0] !== last[0] || first[1] !== last[1]);
    return open ? [...ring, first] : ring;
  });
}
