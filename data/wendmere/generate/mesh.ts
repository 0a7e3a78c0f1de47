import Delaunator from "delaunator";
import { cosine } from "./arithmetic.ts";
import { distance, type Line, type Point } from "./ground.ts";
import { PieceGrid, stations } from "./lines.ts";
import { RAILWAYS } from "./railways.ts";
import type { Chance } from "./random.ts";
import { ROADS } from "./roads.ts";
import { OUTLINE } from "./settlements.ts";
import { CANALS, RIVER } from "./waters.ts";

/** What a border would rather follow than cross, and how much it costs in metres to cross it. */
const CROSSING = { river: 6000, canal: 500, railway: 450, major: 260, minor: 70 } as const;
type Barrier = keyof typeof CROSSING;

/** Metres that two cells must share to count as neighbours, so that no territory hangs by a thread. */
const NARROWEST = 8;

/** The ground cut into small cells (Voronoi), whose edges lie on the river, canals, railways and main roads. */
export interface Mesh {
  /** Middle of each cell. */
  readonly cells: readonly Point[];
  /** Corners of the cells. */
  readonly corners: Point[];
  /** 1 for a corner that lies on a river, canal, railway or road and must stay there. */
  readonly held: Uint8Array;
  /** Three a cell side: the corner at either end, and the cells left and right of the way from the first to the second. */
  readonly sides: readonly {
    readonly from: number;
    readonly to: number;
    readonly left: number;
    readonly right: number;
  }[];
  /** Neighbours of each cell with the cost of the step, in metres. */
  readonly steps: readonly (readonly { readonly cell: number; readonly cost: number }[])[];
  /** Area of each cell in square metres. */
  readonly areas: Float64Array;
}

const followed: readonly { barrier: Barrier; line: Line }[] = [
  { barrier: "river", line: RIVER },
  ...CANALS.map(({ line }) => ({ barrier: "canal" as const, line })),
  ...RAILWAYS.map(({ line }) => ({ barrier: "railway" as const, line })),
  ...ROADS.map(({ kind, line }) => ({
    barrier: kind === "road-major" ? ("major" as const) : ("minor" as const),
    line,
  })),
];

function seedCells(chance: Chance): { points: Point[]; partner: number[] } {
  const points: Point[] = [];
  const partner: number[] = [];
  const near = new PieceGrid<number>(100);
  const free = (point: Point, room: number) => {
    for (const { a } of near.near(point, point, room)) if (distance(a, point) < room) return false;
    return true;
  };
  const put = (point: Point, other: number) => {
    near.add([point, point], points.length);
    points.push(point);
    partner.push(other);
  };
  for (const { line } of followed) {
    for (const {
      point: [x, y],
      along: [dx, dy],
    } of stations(line, 62)) {
      const pair: [Point, Point] = [
        [x - dy * 30, y + dx * 30],
        [x + dy * 30, y - dx * 30],
      ];
      if (!pair.every((one) => free(one, 40))) continue;
      put(pair[0], points.length + 1);
      put(pair[1], points.length - 1);
    }
  }
  const [xs, ys] = [OUTLINE.map(([x]) => x), OUTLINE.map(([, y]) => y)];
  const gap = 105;
  let row = 0;
  for (let y = Math.min(...ys) - 900; y < Math.max(...ys) + 900; y += gap * cosine(Math.PI / 6)) {
    row++;
    for (let x = Math.min(...xs) - 900 + (row % 2) * (gap / 2); x < Math.max(...xs) + 900; x += gap) {
      const point: Point = [x + chance.between(-30, 30), y + chance.between(-30, 30)];
      if (free(point, 62)) put(point, -1);
    }
  }
  return { points, partner };
}

const middleOf = (a: Point, b: Point, c: Point): Point => {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const twice = 2 * (bx * cy - by * cx);
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  return [a[0] + (cy * bb - by * cc) / twice, a[1] + (bx * cc - cx * bb) / twice];
};

/** Cut the ground into cells. */
export function cutGround(chance: Chance): Mesh {
  const { points, partner } = seedCells(chance);
  const { triangles, halfedges } = Delaunator.from(points as [number, number][]);
  const cell = (index: number) => triangles[index] as number;
  const at = (index: number) => points[index] as Point;
  const corners: Point[] = [];
  for (let first = 0; first < triangles.length; first += 3)
    corners.push(middleOf(at(cell(first)), at(cell(first + 1)), at(cell(first + 2))));

  const barriers = new PieceGrid<{ barrier: Barrier; line: number }>();
  for (const [index, { barrier, line }] of followed.entries()) barriers.add(line, { barrier, line: index });
  const held = new Uint8Array(corners.length);
  const sides: Mesh["sides"][number][] = [];
  const steps: { cell: number; cost: number }[][] = points.map(() => []);
  const areas = new Float64Array(points.length);
  for (let half = 0; half < halfedges.length; half++) {
    const other = halfedges[half] as number;
    if (other < half) continue;
    const [p, q] = [cell(half), cell(half % 3 === 2 ? half - 2 : half + 1)];
    const [from, to] = [Math.floor(half / 3), Math.floor(other / 3)];
    sides.push({ from, to, left: p, right: q });
    if (partner[p] === q) held[from] = held[to] = 1;
    const cost = stepCost(at(p), at(q), barriers) * chance.between(0.85, 1.15);
    const [a, b] = [corners[from] as Point, corners[to] as Point];
    if (distance(a, b) > NARROWEST) {
      steps[p]?.push({ cell: q, cost });
      steps[q]?.push({ cell: p, cost });
    }
    for (const [index, middle] of [
      [p, at(p)],
      [q, at(q)],
    ] as const) {
      const twice = (a[0] - middle[0]) * (b[1] - middle[1]) - (b[0] - middle[0]) * (a[1] - middle[1]);
      areas[index] = (areas[index] ?? 0) + Math.abs(twice) / 2;
    }
  }
  return { cells: points, corners, held, sides: turned(sides, points, corners), steps, areas };
}

function stepCost(a: Point, b: Point, barriers: PieceGrid<{ barrier: Barrier; line: number }>): number {
  const crossed = new Map<number, number>();
  for (const piece of barriers.near(a, b, 0)) {
    const [p, q, c, d] = [a, b, piece.a, piece.b];
    const side = (o: Point, u: Point, v: Point) => (u[0] - o[0]) * (v[1] - o[1]) - (u[1] - o[1]) * (v[0] - o[0]);
    if (side(p, q, c) * side(p, q, d) <= 0 && side(c, d, p) * side(c, d, q) <= 0)
      crossed.set(piece.of.line, CROSSING[piece.of.barrier]);
  }
  let cost = distance(a, b);
  for (const extra of crossed.values()) cost += extra;
  return cost;
}

/** Delaunator turns all triangles one way; find out which, and name left and right by it. */
function turned(sides: Mesh["sides"][number][], points: readonly Point[], corners: readonly Point[]): Mesh["sides"] {
  let votes = 0;
  for (const { from, to, left } of sides) {
    const [a, b, p] = [corners[from], corners[to], points[left]];
    if (a && b && p) votes += Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
  }
  return votes >= 0 ? sides : sides.map(({ from, to, left, right }) => ({ from, to, left: right, right: left }));
}
