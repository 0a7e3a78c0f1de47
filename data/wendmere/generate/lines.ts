import { distance, fromBoard, type Line, type Point } from "./ground.ts";

const at = (line: Line, index: number): Point => {
  const point = line[Math.min(line.length - 1, Math.max(0, index))];
  if (!point) throw new RangeError("A line needs points");
  return point;
};

/** A smooth curve through all points (Catmull–Rom), eight steps from one to the next. */
export function curve(points: Line, closed = false): Point[] {
  const count = points.length;
  const of = (index: number) => (closed ? at(points, (index + count) % count) : at(points, index));
  const smooth: Point[] = [];
  for (let leg = 0; leg < (closed ? count : count - 1); leg++) {
    const [a, b, c, d] = [of(leg - 1), of(leg), of(leg + 1), of(leg + 2)];
    for (let step = 0; step < 8; step++) {
      const t = step / 8;
      const mix = (i: 0 | 1) =>
        b[i] +
        0.5 * t * (c[i] - a[i] + t * (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i] + t * (3 * (b[i] - c[i]) + d[i] - a[i])));
      smooth.push([mix(0), mix(1)]);
    }
  }
  smooth.push(of(closed ? 0 : count - 1));
  return smooth;
}

/** A smooth line through steps of the drawing board. */
export const board = (...steps: readonly (readonly [number, number])[]): Point[] => curve(fromBoard(...steps));

export function lineLength(line: Line): number {
  let sum = 0;
  for (let index = 1; index < line.length; index++) sum += distance(at(line, index - 1), at(line, index));
  return sum;
}

/** A place on a line and the way the line runs there (unit vector). */
export interface Station {
  readonly point: Point;
  readonly along: Point;
  readonly metres: number;
}

/** Places along a line at equal steps of about `step` metres, both ends included. */
export function stations(line: Line, step: number): Station[] {
  const total = lineLength(line);
  const count = Math.max(1, Math.round(total / step));
  const out: Station[] = [];
  let leg = 1;
  let before = 0;
  let span = distance(at(line, 0), at(line, 1));
  for (let index = 0; index <= count; index++) {
    const metres = (total * index) / count;
    while (metres > before + span && leg < line.length - 1) {
      before += span;
      leg++;
      span = distance(at(line, leg - 1), at(line, leg));
    }
    const [a, b] = [at(line, leg - 1), at(line, leg)];
    const share = span === 0 ? 0 : Math.min(1, (metres - before) / span);
    const along: Point = span === 0 ? [1, 0] : [(b[0] - a[0]) / span, (b[1] - a[1]) / span];
    out.push({ point: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share], along, metres });
  }
  return out;
}

/** Distance from a point to a piece of a line. */
export function distanceToPiece(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square));
  return distance(p, [a[0] + dx * share, a[1] + dy * share]);
}

/** Where the piece a–b is cut by c–d, as a share of a–b; null when it is not. */
export function cutShare(a: Point, b: Point, c: Point, d: Point): number | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const share = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const other = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return share >= 0 && share <= 1 && other >= 0 && other <= 1 ? share : null;
}

/** A line with the corners left out that stray less than `tolerance` metres (Douglas and Peucker 1973). */
export function simplified(line: Line, tolerance: number): Point[] {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    let worst = tolerance;
    let corner = -1;
    for (let index = first + 1; index < last; index++) {
      const off = distanceToPiece(at(line, index), at(line, first), at(line, last));
      if (off > worst) [worst, corner] = [off, index];
    }
    if (corner < 0) continue;
    keep[corner] = 1;
    open.push([first, corner], [corner, last]);
  }
  return line.filter((_, index) => keep[index] === 1);
}

interface Piece<T> {
  readonly a: Point;
  readonly b: Point;
  readonly of: T;
}

/** Pieces of lines in a grid of squares, to find what lies near or across quickly. */
export class PieceGrid<T> {
  readonly #side: number;
  readonly #squares = new Map<number, Piece<T>[]>();

  constructor(side = 200) {
    this.#side = side;
  }

  add(line: Line, of: T): void {
    for (let index = 1; index < line.length; index++) {
      const piece = { a: at(line, index - 1), b: at(line, index), of };
      for (const key of this.#keys(piece.a, piece.b, 0)) {
        const square = this.#squares.get(key);
        if (square) square.push(piece);
        else this.#squares.set(key, [piece]);
      }
    }
  }

  /** Pieces in the squares that the box around a–b, widened by `margin`, touches; each once. */
  near(a: Point, b: Point, margin: number): Set<Piece<T>> {
    const found = new Set<Piece<T>>();
    for (const key of this.#keys(a, b, margin)) for (const piece of this.#squares.get(key) ?? []) found.add(piece);
    return found;
  }

  *#keys(a: Point, b: Point, margin: number): Generator<number> {
    const low = (i: 0 | 1) => Math.floor((Math.min(a[i], b[i]) - margin) / this.#side);
    const high = (i: 0 | 1) => Math.floor((Math.max(a[i], b[i]) + margin) / this.#side);
    for (let x = low(0); x <= high(0); x++) for (let y = low(1); y <= high(1); y++) yield (x + 4096) * 8192 + y + 4096;
  }
}
