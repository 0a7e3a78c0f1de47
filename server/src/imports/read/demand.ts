import { AGES } from "@needs-map/shared/domain/place-arrays";
import { type Cells, fitPeople, MOST_ROUNDS, sharePeople, TOLERANCE } from "@needs-map/shared/domain/population/fit";
import { counted, few, ImportError } from "../import-error.ts";
import type { Boundaries } from "./boundaries.ts";
import type { PeoplePoint } from "./people-points.ts";
import type { DemandPoint } from "./postcodes.ts";

export interface Demand {
  readonly points: readonly DemandPoint[];
  /** Row of the cell that each point belongs to. */
  readonly cellOf: Int32Array;
  readonly cells: Cells;
  /** People of each cell, row-major `cells × AGES`. */
  readonly people: Float64Array;
  /** Points that stand for a small area or ward without postcodes. */
  readonly extra: number;
  readonly fitted: boolean;
  readonly rounds: number;
  /** Largest small-area difference that remains, in persons. */
  readonly remaining: number;
  /** What the reader of a figure must know about the sharing, in sentences. */
  readonly caveats: readonly string[];
}

/** Small areas' people as published, and wards' where they are of the same date. */
export interface AreaPeople {
  readonly areas: Float64Array;
  /** Null where no ward totals of the same date are published. */
  readonly wards: Float64Array | null;
}

/**
 * Where people live: postcodes, with a point for every small area or ward that has people and no postcode, and the
 * people of each cell. Ward totals of another date are not used: then small areas are shared among their postcodes.
 *
 * @param wardOf row of a small area's ward where a lookup names it, else −1
 */
export function demand(
  wards: Boundaries,
  areas: Boundaries,
  postcodes: readonly DemandPoint[],
  published: AreaPeople,
  wardOf: (area: number) => number,
): Demand {
  const points = [...postcodes];
  for (const area of withoutPoints(areas, points, "area", published.areas)) {
    const { code, inside } = unit(areas, area);
    const named = wardOf(area);
    const ward = named >= 0 ? named : wards.locate(...inside);
    if (ward < 0) throw new ImportError(`The small area ${code} has people and no postcode, and lies in no ward.`);
    points.push({ label: code, street: null, lon: inside[0], lat: inside[1], ward, area });
  }
  for (const ward of published.wards ? withoutPoints(wards, points, "ward", published.wards) : []) {
    const { code, inside } = unit(wards, ward);
    const area = areas.locate(...inside);
    if (area < 0) throw new ImportError(`The ward ${code} has people and no postcode, and lies in no small area.`);
    points.push({ label: code, street: null, lon: inside[0], lat: inside[1], ward, area });
  }

  const { cells, cellOf } = cellsOf(points, wards.units.length);
  const place = { points, cellOf, cells, extra: points.length - postcodes.length };
  if (published.wards === null) {
    const among = postcodes.length > 0 ? "equally among its postcodes" : "at one point inside it";
    const caveats = [
      `No ward totals of the same date are loaded: a small area's people are counted ${among}, so a ward's people are an estimate that can be out by a fifth.`,
    ];
    return { ...place, people: sharePeople(cells, published.areas), fitted: false, rounds: 0, remaining: 0, caveats };
  }
  const fit = fitPeople(cells, published.areas, published.wards);
  const caveat = `After ${MOST_ROUNDS} rounds of fitting, a small area still differs from its published total by ${fit.remaining.toFixed(1)} people; ward totals are met.`;
  return { ...place, ...fit, fitted: true, caveats: fit.remaining > TOLERANCE ? [caveat] : [] };
}

/**
 * People who are known by a point of their own area each: every point is a cell, in the ward and small area that hold
 * it. A small area without a point has nobody, and is told.
 *
 * @throws ImportError when no point lies in the place
 */
export function demandAtPoints(wards: Boundaries, areas: Boundaries, known: readonly PeoplePoint[]): Demand {
  const points = known.map(
    ({ code, lon, lat }): DemandPoint => ({
      label: code,
      street: null,
      lon,
      lat,
      ward: wards.locate(lon, lat),
      area: areas.locate(lon, lat),
    }),
  );
  if (points.length === 0) throw new ImportError("None of the points with people lies in a ward of the place.");
  const filled = new Set(points.map(({ area }) => area));
  const empty = areas.units.filter((_, row) => !filled.has(row)).map(({ code }) => code);
  const caveats = empty.length
    ? [
        `${counted(empty.length)} of ${counted(areas.units.length)} small areas hold no point with people, so nobody is counted there: ${few(empty)}.`,
      ]
    : [];
  return {
    points,
    cellOf: Int32Array.from(points.keys()),
    cells: {
      area: Int32Array.from(points, ({ area }) => area),
      ward: Int32Array.from(points, ({ ward }) => ward),
      points: new Float64Array(points.length).fill(1),
    },
    people: flat(known),
    extra: 0,
    fitted: false,
    rounds: 0,
    remaining: 0,
    caveats,
  };
}

/** The same demand with people over the border: a cell each, in no ward and no small area. */
export function withNeighbours(inside: Demand, neighbours: readonly PeoplePoint[]): Demand {
  if (neighbours.length === 0) return inside;
  const { cells } = inside;
  const none = new Int32Array(neighbours.length).fill(-1);
  const first = cells.points.length;
  const outside = neighbours.map(
    ({ code, lon, lat }): DemandPoint => ({ label: code, street: null, lon, lat, ward: -1, area: -1 }),
  );
  return {
    ...inside,
    points: [...inside.points, ...outside],
    cellOf: Int32Array.from([...inside.cellOf, ...outside.map((_, at) => first + at)]),
    cells: {
      area: Int32Array.from([...cells.area, ...none]),
      ward: Int32Array.from([...cells.ward, ...none]),
      points: Float64Array.from([...cells.points, ...neighbours.map(() => 1)]),
    },
    people: concatenated(inside.people, flat(neighbours)),
  };
}

const flat = (points: readonly PeoplePoint[]): Float64Array =>
  points.reduce(
    (all, { people }, at) => {
      all.set(people, at * AGES);
      return all;
    },
    new Float64Array(points.length * AGES),
  );

function concatenated(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function unit(boundaries: Boundaries, row: number) {
  const found = boundaries.units[row];
  if (!found) throw new RangeError(`There is no boundary in row ${row}.`);
  return found;
}

/** Rows that have people and no point. */
function withoutPoints(
  { units }: Boundaries,
  points: readonly DemandPoint[],
  side: "area" | "ward",
  people: Float64Array,
): number[] {
  const covered = new Set(points.map((point) => point[side]));
  return units
    .map((_, row) => row)
    .filter((row) => !covered.has(row) && people.subarray(row * AGES, (row + 1) * AGES).some((count) => count > 0));
}

/** The cells that have points, by small area and then ward. */
function cellsOf(points: readonly DemandPoint[], wards: number): { cells: Cells; cellOf: Int32Array } {
  const keys = points.map(({ area, ward }) => area * wards + ward);
  const unique = [...new Set(keys)].sort((a, b) => a - b);
  const rowOf = new Map(unique.map((key, row) => [key, row]));
  const cellOf = Int32Array.from(keys, (key) => rowOf.get(key) ?? -1);
  const counts = new Float64Array(unique.length);
  cellOf.forEach((cell) => {
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  const area = Int32Array.from(unique, (key) => Math.floor(key / wards));
  const ward = Int32Array.from(unique, (key) => key % wards);
  return { cells: { area, ward, points: counts }, cellOf };
}
