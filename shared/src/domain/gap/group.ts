import { AGES, type PeopleArrays } from "../place-arrays.ts";

/** People of an age range, by demand point and by small area. */
export interface Group {
  /** One a demand point, in the order asked for. */
  readonly points: Float64Array;
  /** One a small area. */
  readonly areas: Float64Array;
}

/**
 * People of some ages: each cell's, shared equally among its points.
 *
 * @param order  row of the demand point at each place of the answer
 * @param areas  number of small areas
 * @param from   youngest age
 * @param to     oldest age, inclusive
 */
export function groupOfAges(people: PeopleArrays, order: Int32Array, areas: number, from: number, to: number): Group {
  const { cell, area, cellPeople } = people;
  const share = new Float64Array(cellPeople.length / AGES);
  for (let c = 0; c < share.length; c++) {
    let sum = 0;
    for (let age = from; age <= to; age++) sum += cellPeople[c * AGES + age] as number;
    share[c] = sum;
  }
  const points = new Int32Array(share.length);
  for (const c of cell) points[c] = (points[c] as number) + 1;
  for (let c = 0; c < share.length; c++) share[c] = (share[c] as number) / (points[c] as number);
  const group = { points: new Float64Array(order.length), areas: new Float64Array(areas) };
  for (let k = 0; k < order.length; k++) {
    const point = order[k] as number;
    const here = share[cell[point] as number] as number;
    group.points[k] = here;
    const home = area[point] as number;
    if (home >= 0) group.areas[home] = (group.areas[home] as number) + here;
  }
  return group;
}
