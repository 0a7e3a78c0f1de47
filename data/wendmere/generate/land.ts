import { type Arc, bordersOf, inRegion, type Region, regions, smoothed, thinned } from "./boundaries.ts";
import { type Point, settle } from "./ground.ts";
import { cutGround, type Mesh } from "./mesh.ts";
import { noise } from "./noise.ts";
import { type Chance, chance } from "./random.ts";
import { builtUp, centrality, inBorough, inSettlement } from "./settlements.ts";
import { grow, partition } from "./territory.ts";
import { WARD_PLANS, type WardPlan } from "./ward-plan.ts";

interface WardLand {
  readonly code: string;
  readonly plan: WardPlan;
  readonly region: Region;
}

interface SmallAreaLand {
  readonly code: string;
  readonly name: string;
  /** Row of its ward. */
  readonly ward: number;
  readonly people: number;
  /** Where its people are, on average. */
  readonly middle: Point;
  /** People to the square kilometre of built-up land. */
  readonly density: number;
  readonly region: Region;
}

/** The borough's wards and small areas, and its built-up land. */
export interface Land {
  readonly wards: readonly WardLand[];
  readonly areas: readonly SmallAreaLand[];
  readonly urban: Region;
  /** Row of the small area that holds a point, −1 outside the borough. */
  readonly areaAt: (point: Point) => number;
}

const PEOPLE_A_SMALL_AREA = 1430;
const code = (prefix: string, row: number) => `${prefix}${String(row + 1).padStart(6, "0")}`;

/** How thickly people live in a cell, before a ward's total is fixed. */
const thickness = (point: Point): number =>
  (builtUp(point) ? 0.55 + 1.5 * centrality(point) : 0.012) * (1 + 0.45 * noise(point[0], point[1], 900, 61));

const nearestCell = (mesh: Mesh, [x, y]: Point): number => {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  mesh.cells.forEach(([cx, cy], cell) => {
    const square = (cx - x) * (cx - x) + (cy - y) * (cy - y);
    if (square < least) [best, least] = [cell, square];
  });
  return best;
};

function spread(mesh: Mesh, members: readonly number[], weight: Float64Array, count: number, draw: Chance): number[] {
  const heavy = members.filter((cell) => (weight[cell] ?? 0) > 2);
  const chosen = [draw.pick(heavy)];
  while (chosen.length < count) {
    const far = (cell: number) => {
      const [x, y] = mesh.cells[cell] as Point;
      return Math.min(
        ...chosen.map((other) => {
          const [ox, oy] = mesh.cells[other] as Point;
          return (ox - x) * (ox - x) + (oy - y) * (oy - y);
        }),
      );
    };
    chosen.push(heavy.reduce((best, cell) => (far(cell) > far(best) ? cell : best)));
  }
  return chosen;
}

/** Lay out the borough. */
export function layOut(seed: string): Land {
  const mesh = cutGround(chance(seed, "mesh"));
  const inside = Uint8Array.from(mesh.cells, (point) => (inBorough(point) ? 1 : 0));
  const wardOf = grow(
    mesh,
    WARD_PLANS.map(({ seed: point, headStart }) => ({ cell: nearestCell(mesh, point), start: headStart })),
    inside,
  );
  const members = WARD_PLANS.map((_, ward) => [...mesh.cells.keys()].filter((cell) => wardOf[cell] === ward));

  const people = new Float64Array(mesh.cells.length);
  members.forEach((cells, ward) => {
    const weights = cells.map((cell) => (mesh.areas[cell] ?? 0) * thickness(mesh.cells[cell] as Point));
    const sum = weights.reduce((total, one) => total + one, 0);
    cells.forEach((cell, index) => {
      people[cell] = ((weights[index] ?? 0) / sum) * (WARD_PLANS[ward]?.people ?? 0);
    });
  });

  const owner = new Int32Array(mesh.cells.length).fill(-1);
  const drafts: { ward: number; row: number }[] = [];
  members.forEach((cells, ward) => {
    const plan = WARD_PLANS[ward] as WardPlan;
    const count = Math.round(plan.people / PEOPLE_A_SMALL_AREA);
    const parts = partition(
      mesh,
      cells,
      people,
      count,
      spread(mesh, cells, people, count, chance(seed, `areas of ${plan.name}`)),
    );
    for (const row of fromNorthWest(mesh, cells, parts, count)) {
      for (const cell of cells) if (parts[cell] === row) owner[cell] = drafts.length;
      drafts.push({ ward, row });
    }
  });

  const zigzag = bordersOf(mesh, owner);
  const places = smoothed(mesh, zigzag, 3).map(settle);
  const borders = thinned(zigzag, places, 5);
  const shapes = regions(borders, places, (area) => area, drafts.length);
  const areas = drafts.map(({ ward }, row): SmallAreaLand => {
    const cells = [...mesh.cells.keys()].filter((cell) => owner[cell] === row);
    const letter = drafts.slice(0, row).filter((draft) => draft.ward === ward).length;
    return {
      code: code("X01", row),
      name: `${WARD_PLANS[ward]?.name} ${String.fromCharCode(65 + letter)}`,
      ward,
      ...peopleOf(mesh, cells, people),
      region: shapes[row] ?? [],
    };
  });
  const wardShapes = regions(borders, places, (area) => drafts[area]?.ward ?? -1, WARD_PLANS.length);
  return {
    wards: WARD_PLANS.map((plan, row) => ({ code: code("X05", row), plan, region: wardShapes[row] ?? [] })),
    areas,
    urban: urbanLand(mesh),
    areaAt: (point) => locate(areas, point),
  };
}

const boxes = new WeakMap<SmallAreaLand, readonly [number, number, number, number]>();
function boxOf(area: SmallAreaLand): readonly [number, number, number, number] {
  const known = boxes.get(area);
  if (known) return known;
  const points = area.region.flat(2);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  boxes.set(area, box);
  return box;
}

const locate = (areas: readonly SmallAreaLand[], point: Point): number =>
  areas.findIndex((area) => {
    const [west, south, east, north] = boxOf(area);
    return (
      point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north && inRegion(point, area.region)
    );
  });

function fromNorthWest(mesh: Mesh, cells: readonly number[], parts: Int32Array, count: number): number[] {
  const rank = Array.from({ length: count }, (_, row) => {
    const own = cells.filter((cell) => parts[cell] === row).map((cell) => mesh.cells[cell] as Point);
    return own.reduce((sum, [x, y]) => sum + x - 2 * y, 0) / Math.max(1, own.length);
  });
  return [...rank.keys()].sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b);
}

function peopleOf(
  mesh: Mesh,
  cells: readonly number[],
  people: Float64Array,
): Pick<SmallAreaLand, "people" | "middle" | "density"> {
  let [sum, x, y, built] = [0, 0, 0, 0];
  for (const cell of cells) {
    const [here, point] = [people[cell] ?? 0, mesh.cells[cell] as Point];
    sum += here;
    x += here * point[0];
    y += here * point[1];
    if (builtUp(point)) built += mesh.areas[cell] ?? 0;
  }
  return { people: Math.round(sum), middle: [x / sum, y / sum], density: sum / Math.max(0.02, built / 1e6) };
}

function urbanLand(mesh: Mesh): Region {
  const owner = Int32Array.from(mesh.cells, (point) => (inSettlement(point) ? 0 : -1));
  const borders: Arc[] = bordersOf(mesh, owner);
  const free: Mesh = { ...mesh, held: new Uint8Array(mesh.held.length) };
  const [urban = []] = regions(borders, smoothed(free, borders, 6), (territory) => territory, 1);
  return urban;
}
