import { type Catchments, catchmentsWithin } from "../geo/catchments.ts";
import { createGrid, pick } from "../geo/grid.ts";

/** Points with a weight each: people, or supply. */
export interface WeightedPoints {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** One a point; a supply that is NaN is left out. */
  readonly weight: Float64Array;
}

/** What one answer leaves behind for the next to write over. */
export interface AccessRoom {
  catchments: Catchments | null;
}

/**
 * 2SFCA by straight lines, without a list of pairs: supply a person at each demand point.
 *
 * @param limitMetres longest distance along the great circle, inclusive
 * @param room        kept by a caller who asks many times
 * @see Luo and Wang (2003)
 */
export function accessWithin(
  demand: WeightedPoints,
  supply: WeightedPoints,
  limitMetres: number,
  room: AccessRoom = { catchments: null },
): Float64Array {
  const points = createGrid(demand.lon, demand.lat);
  const sites = createGrid(supply.lon, supply.lat);
  const catchments = catchmentsWithin(points, sites, limitMetres, room.catchments);
  room.catchments = catchments;
  const people = peopleInReach(catchments, pick(demand.weight, points.order), sites.count);
  const rates = supplyPerPerson(pick(supply.weight, sites.order), people);
  const reached = sumsInReach(catchments, rates);
  const access = new Float64Array(points.count);
  for (let k = 0; k < points.count; k++) access[points.order[k] as number] = reached[k] as number;
  return access;
}

/** What each site has for each of the people who reach it; 0 where nobody does or the supply is missing (NaN). */
export function supplyPerPerson(supply: Float64Array, people: Float64Array): Float64Array {
  return supply.map((amount, j) =>
    (people[j] as number) > 0 && !Number.isNaN(amount) ? amount / (people[j] as number) : 0,
  );
}

/**
 * Step 1 over catchments: people who can reach each site, by position.
 *
 * A run adds its people where it begins and takes them off where it ends; one pass then adds up. Every sum is kept
 * with its rounding error (Knuth's two-sum), so the answer is as good as adding pair by pair, and a site that
 * nobody reaches gets exactly 0.
 */
export function peopleInReach(catchments: Catchments, people: Float64Array, sites: number): Float64Array {
  const { starts, runs, loneStarts, lone } = catchments;
  const found = new Float64Array(sites);
  const step = new Float64Array(sites + 1);
  const error = new Float64Array(sites + 1);
  const change = new Int32Array(sites + 1);
  for (let i = 0; i < people.length; i++) {
    const here = people[i] as number;
    if (here === 0) continue;
    const lastLone = loneStarts[i + 1] as number;
    for (let at = loneStarts[i] as number; at < lastLone; at++) {
      const j = lone[at] as number;
      found[j] = (found[j] as number) + here;
    }
    const last = starts[i + 1] as number;
    for (let at = starts[i] as number; at < last; at++) {
      const ends = at & 1;
      const amount = ends ? -here : here;
      const j = runs[at] as number;
      const before = step[j] as number;
      const after = before + amount;
      const part = after - before;
      step[j] = after;
      error[j] = (error[j] as number) + (before - (after - part) + (amount - part));
      change[j] = (change[j] as number) + (ends ? -1 : 1);
    }
  }
  let sum = 0;
  let lost = 0;
  let open = 0;
  for (let j = 0; j < sites; j++) {
    const amount = step[j] as number;
    const after = sum + amount;
    const part = after - sum;
    lost += sum - (after - part) + (amount - part) + (error[j] as number);
    sum = after;
    open += change[j] as number;
    if (open === 0) {
      sum = 0;
      lost = 0;
    }
    found[j] = (found[j] as number) + (sum + lost);
  }
  return found;
}

/** Step 2 over catchments: sum of a value of the sites that each point reaches, from running sums with their errors. */
export function sumsInReach(catchments: Catchments, values: Float64Array): Float64Array {
  const { starts, runs, loneStarts, lone } = catchments;
  const sums = new Float64Array(values.length + 1);
  const errors = new Float64Array(values.length + 1);
  let sum = 0;
  let lost = 0;
  for (let j = 0; j < values.length; j++) {
    const amount = values[j] as number;
    const after = sum + amount;
    const part = after - sum;
    lost += sum - (after - part) + (amount - part);
    sum = after;
    sums[j + 1] = sum;
    errors[j + 1] = lost;
  }
  const found = new Float64Array(starts.length - 1);
  for (let i = 0; i < found.length; i++) {
    const last = starts[i + 1] as number;
    const lastLone = loneStarts[i + 1] as number;
    let here = 0;
    for (let at = loneStarts[i] as number; at < lastLone; at++) here += values[lone[at] as number] as number;
    for (let run = starts[i] as number; run < last; run += 2) {
      const first = runs[run] as number;
      const end = runs[run + 1] as number;
      here += (sums[end] as number) - (sums[first] as number) + ((errors[end] as number) - (errors[first] as number));
    }
    found[i] = here;
  }
  return found;
}
