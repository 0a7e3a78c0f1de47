import { ratios } from "./ward-sums.ts";

/** Access of the small areas of a place, over the people who live in its wards. */
export interface AreaAccess {
  /** People of the target ages of each small area. */
  readonly people: Float64Array;
  /**
   * People-weighted mean: supply a person, for can reach the share in reach, for RAAM the cost. NaN where nobody of
   * these ages lives or it is not known.
   */
  readonly access: Float64Array;
  /** Supply wanted a person there; NaN for a measure that has no amount to be short of. */
  readonly target: Float64Array;
}

/**
 * People-weighted means of small areas; points outside the wards, or in no small area, are left out.
 *
 * @param areas  number of small areas
 * @param rows   row of the ward and of the small area of each point, −1 where there is none
 * @param access of each point; one that is NaN takes no part
 * @param target of each point, the same for all of one small area; null when there is none
 */
export function areaAccess(
  areas: number,
  { ward, area }: { readonly ward: Int32Array; readonly area: Int32Array },
  people: Float64Array,
  access: Float64Array,
  target: Float64Array | null,
): AreaAccess {
  const sumOf = (value: (point: number) => number) => {
    const sums = new Float64Array(areas);
    for (let i = 0; i < area.length; i++) {
      const home = area[i] as number;
      if (home >= 0 && (ward[i] as number) >= 0) sums[home] = (sums[home] as number) + value(i);
    }
    return sums;
  };
  const here = (i: number) => people[i] as number;
  const known = (i: number) => !Number.isNaN(access[i] as number);
  const targets = new Float64Array(areas).fill(Number.NaN);
  if (target)
    for (let i = 0; i < area.length; i++)
      if ((area[i] as number) >= 0) targets[area[i] as number] = target[i] as number;
  return {
    people: sumOf(here),
    access: ratios(
      sumOf((i) => (known(i) ? here(i) * (access[i] as number) : 0)),
      sumOf((i) => (known(i) ? here(i) : 0)),
    ),
    target: targets,
  };
}
