import type { Position } from "geojson";
import { distance, inRing, type Point, ringArea, toDegrees } from "./ground.ts";
import type { Mesh } from "./mesh.ts";

/** A border between two territories, from one meeting of three to the next; whoever uses it uses the same corners. */
export interface Arc {
  readonly corners: readonly number[];
  readonly left: number;
  readonly right: number;
}

interface Side {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

/** The borders between the owners of the cells. */
export function bordersOf(mesh: Mesh, owner: Int32Array): Arc[] {
  const at = new Map<number, Side[]>();
  const all: Side[] = [];
  for (const side of mesh.sides) {
    const [left, right] = [owner[side.left] ?? -1, owner[side.right] ?? -1];
    if (left === right) continue;
    const border = { from: side.from, to: side.to, left, right };
    all.push(border);
    for (const corner of [side.from, side.to]) {
      const there = at.get(corner);
      if (there) there.push(border);
      else at.set(corner, [border]);
    }
  }
  const used = new Set<Side>();
  const walk = (first: Side, start: number): Arc => {
    const corners = [start];
    const forward = first.from === start;
    let side: Side | undefined = first;
    let here = start;
    while (side && !used.has(side)) {
      used.add(side);
      here = side.from === here ? side.to : side.from;
      corners.push(here);
      const there: Side[] = at.get(here) ?? [];
      side = there.length === 2 ? there.find((next) => !used.has(next)) : undefined;
    }
    return { corners, left: forward ? first.left : first.right, right: forward ? first.right : first.left };
  };
  const arcs: Arc[] = [];
  for (const [corner, there] of at) {
    if (there.length === 2) continue;
    for (const side of there) if (!used.has(side)) arcs.push(walk(side, corner));
  }
  for (const side of all) if (!used.has(side)) arcs.push(walk(side, side.from));
  return arcs;
}

/**
 * Take the zigzag of the cells out of the borders: a few rounds of drawing each corner towards its neighbours on the
 * border. Meetings of three, and stretches along a river, railway or road, stay.
 */
export function smoothed(mesh: Mesh, arcs: readonly Arc[], rounds: number): Point[] {
  let places = [...mesh.corners];
  for (let round = 0; round < rounds; round++) {
    const next = [...places];
    for (const { corners } of arcs) {
      for (let index = 1; index < corners.length - 1; index++) {
        const corner = corners[index] as number;
        const onLine = [corners[index - 1], corners[index + 1]].some((beside) => mesh.held[beside as number] === 1);
        if (mesh.held[corner] === 1 && onLine) continue;
        const [a, b, c] = [places[corners[index - 1] as number], places[corner], places[corners[index + 1] as number]];
        if (a && b && c) next[corner] = [(a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4];
      }
    }
    places = next;
  }
  return places;
}

/** Borders without the corners that lie within `least` metres of the one before; both sides lose the same ones. */
export function thinned(arcs: readonly Arc[], places: readonly Point[], least: number): Arc[] {
  const apart = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && distance(places[a] as Point, places[b] as Point) >= least;
  return arcs.map(({ corners, left, right }) => {
    const end = corners[corners.length - 1] as number;
    const kept = [corners[0] as number];
    for (const corner of corners.slice(1, -1)) {
      if (apart(kept[kept.length - 1], corner) && apart(corner, end)) kept.push(corner);
    }
    return { corners: [...kept, end], left, right };
  });
}

/** One region: its outer rings anticlockwise, each followed by its holes, corners not repeated. */
export type Region = readonly (readonly Point[])[][];

/**
 * The shapes of regions that are unions of territories.
 *
 * @param regionOf region of each territory; −1 for none
 * @returns one entry a region, in metres
 */
export function regions(
  arcs: readonly Arc[],
  places: readonly Point[],
  regionOf: (territory: number) => number,
  count: number,
): Region[] {
  const rings: Point[][][] = Array.from({ length: count }, () => []);
  const starts = Array.from({ length: count }, () => new Map<number, readonly number[]>());
  for (const { corners, left, right } of arcs) {
    const [leftRegion, rightRegion] = [regionOf(left), regionOf(right)];
    if (leftRegion === rightRegion) continue;
    const [first, last] = [corners[0] as number, corners[corners.length - 1] as number];
    starts[leftRegion]?.set(first, corners);
    starts[rightRegion]?.set(last, [...corners].reverse());
  }
  starts.forEach((open, region) => {
    for (const [first, path] of open) {
      if (!open.delete(first)) continue;
      const ring = path.slice(0, -1);
      for (let end = path[path.length - 1] as number; end !== first; ) {
        const next = open.get(end);
        if (!next) throw new Error("A border does not close");
        open.delete(end);
        ring.push(...next.slice(0, -1));
        end = next[next.length - 1] as number;
      }
      rings[region]?.push(ring.map((corner) => places[corner] as Point));
    }
  });
  return rings.map(nested);
}

function nested(rings: readonly Point[][]): Region {
  const outer = rings.filter((ring) => ringArea(ring) > 0).map((ring) => [ring]);
  for (const ring of rings) {
    if (ringArea(ring) > 0) continue;
    const probe = ring[0] as Point;
    (outer.find(([shell]) => shell && inRing(probe, shell)) ?? outer[0])?.push(ring);
  }
  return outer;
}

/** Whether a point lies in a region. */
export const inRegion = (point: Point, region: Region): boolean =>
  region.some(([shell, ...holes]) => shell && inRing(point, shell) && !holes.some((hole) => inRing(point, hole)));

const closed = (ring: readonly Point[]): Position[] => {
  const positions: [number, number][] = [];
  for (const point of ring) {
    const [lon, lat] = toDegrees(point);
    const last = positions[positions.length - 1];
    if (!last || last[0] !== lon || last[1] !== lat) positions.push([lon, lat]);
  }
  const [first, last] = [positions[0], positions[positions.length - 1]];
  if (first && last && first[0] === last[0] && first[1] === last[1] && positions.length > 1) positions.pop();
  return first ? [...positions, first] : positions;
};

/** A region as GeoJSON coordinates of a polygon or several. */
export function geometryOf(
  region: Region,
): { type: "Polygon"; coordinates: Position[][] } | { type: "MultiPolygon"; coordinates: Position[][][] } {
  const polygons = region
    .map((rings) => rings.map(closed).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}
