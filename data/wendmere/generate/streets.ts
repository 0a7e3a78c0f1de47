import { ramp } from "./arithmetic.ts";
import { bearings } from "./bearings.ts";
import { distance, type Line, type Point } from "./ground.ts";
import { cutShare, distanceToPiece, lineLength, PieceGrid, simplified, stations } from "./lines.ts";
import { noise } from "./noise.ts";
import { RAILWAYS } from "./railways.ts";
import type { Chance } from "./random.ts";
import { ROADS } from "./roads.ts";
import { builtUp, centrality } from "./settlements.ts";
import { CANALS, RIVER } from "./waters.ts";

const STEP = 15;
const LONGEST = 1300;

/** Metres between streets that run the same way: the depth of a block, or its length. */
function gapAt(point: Point, along: Point): number {
  const thick = ramp(centrality(point), 0.2, 0.62);
  const [x, y] = point;
  const away = Math.sqrt(x * x + y * y) || 1;
  const radial = Math.abs((along[0] * x + along[1] * y) / away) > Math.SQRT1_2;
  const longWay = noise(x, y, 1600, 91) > 0 ? radial : !radial;
  return longWay ? 110 - 44 * thick : 205 - 70 * thick;
}

class Laid {
  readonly #squares = new Map<number, { point: Point; along: Point; line: number }[]>();

  add(line: number, point: Point, along: Point): void {
    const key = this.#key(point[0], point[1]);
    const there = this.#squares.get(key);
    if (there) there.push({ point, along, line });
    else this.#squares.set(key, [{ point, along, line }]);
  }

  /** Whether a street runs the same way within `gap` metres. */
  beside(point: Point, along: Point, gap: number): boolean {
    const rings = Math.ceil(gap / 80);
    for (let dx = -rings; dx <= rings; dx++) {
      for (let dy = -rings; dy <= rings; dy++) {
        for (const other of this.#squares.get(this.#key(point[0] + dx * 80, point[1] + dy * 80)) ?? []) {
          if (distance(other.point, point) >= gap) continue;
          if (Math.abs(other.along[0] * along[0] + other.along[1] * along[1]) > 0.74) return true;
        }
      }
    }
    return false;
  }

  #key(x: number, y: number): number {
    return (Math.floor(x / 80) + 2048) * 4096 + Math.floor(y / 80) + 2048;
  }
}

/**
 * Grow streets between the main roads: each starts on a road or street that is already there, runs along the bearings
 * and keeps its distance from streets that run the same way. None crosses the river, a canal or a railway.
 *
 * @returns the pieces of streets between main roads, in metres
 */
export function growStreets(chance: Chance): Point[][] {
  const bearing = bearings();
  const barriers = new PieceGrid<number>();
  for (const line of [RIVER, ...CANALS.map((one) => one.line), ...RAILWAYS.map((one) => one.line)])
    barriers.add(line, line === RIVER ? 46 : 20);
  const laid = new Laid();
  const starts: { point: Point; along: Point }[] = [];
  const register = (line: Line, id: number, every: number) => {
    for (const { point, along } of stations(line, STEP)) laid.add(id, point, along);
    for (const { point, along } of stations(line, every)) starts.push({ point, along: [-along[1], along[0]] });
  };
  for (const [id, { line }] of ROADS.entries()) register(line, id, 24);
  const lines: Point[][] = [];
  let roadStarts = chance.shuffled(starts.splice(0));
  while (roadStarts.length > 0) {
    for (const start of roadStarts) {
      const along = branch(bearing(start.point), start.along);
      if (!builtUp(start.point) || laid.beside(start.point, along, gapAt(start.point, along))) continue;
      const back = trace(start.point, [-along[0], -along[1]]);
      const line = [...back.reverse(), start.point, ...trace(start.point, along)];
      if (lineLength(line) < 55) continue;
      register(line, ROADS.length + lines.length, 24);
      lines.push(line);
    }
    roadStarts = chance.shuffled(starts.splice(0));
  }
  return tidied(lines, chance);

  function trace(from: Point, way: Point): Point[] {
    const path: Point[] = [];
    let [here, along] = [from, way];
    while (path.length * STEP < LONGEST) {
      along = branch(bearing(here), along);
      const next: Point = [here[0] + along[0] * STEP, here[1] + along[1] * STEP];
      if (!builtUp(next) || blocked(here, next, along)) break;
      if (laid.beside(next, along, 0.66 * gapAt(next, along))) break;
      path.push(next);
      here = next;
    }
    return path;
  }

  function blocked(here: Point, next: Point, along: Point): boolean {
    for (const { a, b, of: room } of barriers.near(here, next, 60)) {
      if (distanceToPiece(next, a, b) < room) return true;
      if (cutShare(here, [next[0] + along[0] * room, next[1] + along[1] * room], a, b) !== null) return true;
    }
    return false;
  }
}

/** Of the four ways that a bearing allows, the one nearest to the way already taken. */
function branch([x, y]: Point, along: Point): Point {
  const ways: Point[] = [
    [x, y],
    [-y, x],
    [-x, -y],
    [y, -x],
  ];
  const match = (way: Point) => way[0] * along[0] + way[1] * along[1];
  return ways.reduce((best, way) => (match(way) > match(best) ? way : best));
}

interface Crossing {
  readonly metres: number;
  readonly point: Point;
  readonly road: boolean;
}

function crossings(line: Line, self: number, grid: PieceGrid<number>): Crossing[] {
  const found: Crossing[] = [];
  let before = 0;
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Point, line[index] as Point];
    const length = distance(a, b);
    for (const piece of grid.near(a, b, 0)) {
      if (piece.of === self) continue;
      const share = cutShare(a, b, piece.a, piece.b);
      if (share === null) continue;
      const point: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      found.push({ metres: before + share * length, point, road: piece.of < ROADS.length });
    }
    before += length;
  }
  return found.sort((p, q) => p.metres - q.metres);
}

/** Cut streets where they cross main roads and where they grow long, and shorten their loose ends. */
function tidied(lines: readonly Point[][], chance: Chance): Point[][] {
  const grid = new PieceGrid<number>(100);
  for (const [id, { line }] of ROADS.entries()) grid.add(line, id);
  for (const [id, line] of lines.entries()) grid.add(line, ROADS.length + id);
  return lines.flatMap((line, id) => {
    const total = lineLength(line);
    const met = crossings(line, ROADS.length + id, grid);
    const [first, last] = [met[0], met[met.length - 1]];
    if (!first || !last) return [];
    const loose = (tail: number) => (tail > 45 && chance.next() < 0.4 ? Math.min(tail, chance.between(50, 110)) : 0);
    const start = first.metres - loose(first.metres);
    const end = last.metres + loose(total - last.metres);
    const cuts = [start];
    const longest = chance.between(330, 620);
    for (const { metres, road } of met) {
      const since = metres - (cuts[cuts.length - 1] ?? start);
      if (since > 40 && (road || since > longest) && end - metres > 40) cuts.push(metres);
    }
    cuts.push(end);
    return cuts
      .slice(1)
      .map((to, index) => simplified(stretch(line, cuts[index] ?? 0, to), 1.2))
      .filter((piece) => lineLength(piece) > 48);
  });
}

/** The part of a line between two distances from its start. */
function stretch(line: Line, from: number, to: number): Point[] {
  const part: Point[] = [];
  let before = 0;
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Point, line[index] as Point];
    const length = distance(a, b);
    const at = (metres: number): Point => [
      a[0] + ((b[0] - a[0]) * (metres - before)) / length,
      a[1] + ((b[1] - a[1]) * (metres - before)) / length,
    ];
    if (from >= before && from < before + length) part.push(at(from));
    if (before > from && before < to) part.push(a);
    if (to > before && to <= before + length) part.push(at(to));
    before += length;
  }
  return part;
}
