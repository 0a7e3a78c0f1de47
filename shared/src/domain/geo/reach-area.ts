import type { MultiPolygon, Position } from "geojson";
import { circleUnion } from "./circle-union.ts";
import { pointInPolygon } from "./inside.ts";
import { stereographic } from "./stereographic.ts";

/** Points of a whole circle: their chords stay within 0.06% of its radius. */
const POINTS_A_TURN = 96;

/** A point in degrees, and how far around it counts, in great-circle metres. */
export interface Reaching {
  readonly lon: number;
  readonly lat: number;
  readonly metres: number;
}

/**
 * Everywhere within reach of at least one point, as one flat area: what two points share counts once.
 *
 * Corners of the outline lie at exactly the given distance, by `greatCircleMetres`, from the nearest point.
 *
 * @returns a shape without polygons where there are no points
 */
export function reachArea(points: readonly Reaching[]): MultiPolygon {
  if (points.length === 0) return { type: "MultiPolygon", coordinates: [] };
  const mean = (of: (point: Reaching) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const plane = stereographic(
    mean(({ lon }) => lon),
    mean(({ lat }) => lat),
  );
  const circles = points.map(({ lon, lat, metres }) => plane.circleAround(lon, lat, metres));
  const rings = circleUnion(circles, (2 * Math.PI) / POINTS_A_TURN);
  const onGlobe = (ring: Position[]): Position[] =>
    [...ring, ...ring.slice(0, 1)].map(([x = 0, y = 0]) => plane.position(x, y));
  const outer = rings.filter((ring) => signedArea(ring) > 0).toSorted((a, b) => signedArea(a) - signedArea(b));
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  const coordinates = outer.map((ring) => [onGlobe(ring)]);
  for (const hole of holes) {
    const [x = 0, y = 0] = hole[0] ?? [];
    const around = outer.findIndex((ring) => pointInPolygon(x, y, { type: "Polygon", coordinates: [ring] }));
    coordinates[around]?.push(onGlobe(hole));
  }
  return { type: "MultiPolygon", coordinates };
}

/** Twice the area of a ring, positive where it runs anticlockwise. */
function signedArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
}
