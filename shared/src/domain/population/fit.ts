import { AGES } from "../place-arrays.ts";

/** Where small areas and wards meet: one row a cell. */
export interface Cells {
  /** Row of the cell's small area. */
  readonly area: Int32Array;
  /** Row of the cell's ward. */
  readonly ward: Int32Array;
  /** Demand points (postcodes) in the cell, at least 1. */
  readonly points: Float64Array;
}

export interface PeopleFit {
  /** People of each cell, row-major `cells × AGES`, in persons; fractions stay. */
  readonly people: Float64Array;
  readonly rounds: number;
  /** Largest difference between a small area's fitted and published total of everyone, in persons. */
  readonly remaining: number;
}

/** Everyone's small-area totals may differ by this many persons. */
export const TOLERANCE = 1;
export const MOST_ROUNDS = 10_000;

/**
 * Shares published people over the cells where small areas and wards meet, by iterative proportional fitting.
 *
 * Starts from the number of demand points of each cell. Each single year of age is fitted by itself, small areas
 * then wards; the ward step is last, so ward totals are always met. All years take their rounds together, since the
 * end is judged on everyone: the sum of the years. Where an age has been emptied from every cell of an area or ward
 * that has people of it, they are shared by demand points again.
 *
 * @param areaPeople published people, row-major `small areas × AGES`
 * @param wardPeople published people, row-major `wards × AGES`; every ward with people needs a cell
 * @see Deming & Stephan (1940), On a least squares adjustment of a sampled frequency table
 */
export function fitPeople(
  cells: Cells,
  areaPeople: Float64Array,
  wardPeople: Float64Array,
  mostRounds: number = MOST_ROUNDS,
): PeopleFit {
  const people = new Float64Array(cells.points.length * AGES);
  for (let cell = 0; cell < cells.points.length; cell++)
    people.fill(cells.points[cell] ?? 0, cell * AGES, (cell + 1) * AGES);

  const byArea = margin(cells.area, cells.points, areaPeople);
  const byWard = margin(cells.ward, cells.points, wardPeople);
  let remaining = Number.POSITIVE_INFINITY;
  let rounds = 0;
  while (remaining > TOLERANCE && rounds < mostRounds) {
    scale(people, byArea);
    scale(people, byWard);
    remaining = largestError(people, byArea);
    rounds++;
  }
  return { people, rounds, remaining };
}

/**
 * Shares each small area's people over its cells by their number of demand points, for places without published
 * ward totals of the same date.
 */
export function sharePeople(cells: Cells, areaPeople: Float64Array): Float64Array {
  const people = new Float64Array(cells.points.length * AGES);
  scale(people, margin(cells.area, cells.points, areaPeople));
  return people;
}

/** One side of the table: where each cell belongs, what its sums must come to, and room to work in. */
interface Margin {
  /** Row of each cell's unit (small area or ward). */
  readonly of: Int32Array;
  /** Published people, row-major `units × AGES`. */
  readonly target: Float64Array;
  readonly sum: Float64Array;
  /** Each cell's share of the demand points of its unit. */
  readonly share: Float64Array;
}

function margin(of: Int32Array, points: Float64Array, target: Float64Array): Margin {
  const units = new Float64Array(target.length / AGES);
  of.forEach((unit, cell) => {
    units[unit] = (units[unit] ?? 0) + (points[cell] ?? 0);
  });
  const share = points.map((count, cell) => count / (units[of[cell] ?? 0] ?? 1));
  return { of, target, sum: new Float64Array(target.length), share };
}

function addUp(people: Float64Array, { of, sum }: Margin): void {
  sum.fill(0);
  for (let cell = 0; cell < of.length; cell++) {
    const from = cell * AGES;
    const to = (of[cell] ?? 0) * AGES;
    for (let age = 0; age < AGES; age++) sum[to + age] = (sum[to + age] ?? 0) + (people[from + age] ?? 0);
  }
}

/** Brings every unit's sums to their targets; an age that all its cells have lost is shared by demand points. */
function scale(people: Float64Array, side: Margin): void {
  const { of, target, sum, share } = side;
  addUp(people, side);
  for (let cell = 0; cell < of.length; cell++) {
    const from = cell * AGES;
    const unit = (of[cell] ?? 0) * AGES;
    for (let age = 0; age < AGES; age++) {
      const wanted = target[unit + age] ?? 0;
      const now = sum[unit + age] ?? 0;
      people[from + age] = now > 0 ? (people[from + age] ?? 0) * (wanted / now) : wanted * (share[cell] ?? 0);
    }
  }
}

/** Everyone: the largest difference, over all units, between the sum of the years and its target, in persons. */
function largestError(people: Float64Array, side: Margin): number {
  addUp(people, side);
  let largest = 0;
  for (let unit = 0; unit < side.target.length; unit += AGES) {
    let error = 0;
    for (let age = 0; age < AGES; age++) error += (side.sum[unit + age] ?? 0) - (side.target[unit + age] ?? 0);
    largest = Math.max(largest, Math.abs(error));
  }
  return largest;
}
