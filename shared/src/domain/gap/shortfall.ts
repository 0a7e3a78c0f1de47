import type { Levels } from "./range.ts";
import { sumByWard } from "./ward-sums.ts";

/** What each ward is short of, with its causes and its range, and how much of its target is met. */
export interface Shortfall {
  readonly outOfReach: Float64Array;
  readonly notEnough: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Least and greatest of the sum of all wards. */
  readonly totalLow: number;
  readonly totalHigh: number;
  /** Σ min(target·P, A·P) and Σ target·P. */
  readonly met: Float64Array;
  readonly wanted: Float64Array;
  /** Σ P·A. */
  readonly supply: Float64Array;
}

export interface ShortfallInput {
  readonly wards: number;
  /** Row of the ward of each point, −1 outside the place. */
  readonly ward: Int32Array;
  readonly people: Levels;
  /** Supply wanted a person at each point. */
  readonly target: Float64Array;
  /** Whether a point has a service within the longest journey. */
  readonly reached: (point: number) => boolean;
  /** Access of each point under each of `TIME_FACTORS`, or once where journeys play no part. */
  readonly access: readonly Levels[];
}

/**
 * Short at each point, max(0, target·P − A·P), summed by ward, as it is and under every combination of the range.
 */
export function shortfall({ wards, ward, people, target, reached, access }: ShortfallInput): Shortfall {
  const settled = access[access.length >> 1]?.middle ?? new Float64Array(ward.length);
  const lacking = (i: number) => {
    const here = people.middle[i] as number;
    return Math.max(0, (target[i] as number) * here - (settled[i] as number) * here);
  };
  const outOfReach = sumByWard(wards, ward, (i) => (reached(i) ? 0 : lacking(i)));
  const notEnough = sumByWard(wards, ward, (i) => (reached(i) ? lacking(i) : 0));
  const short = outOfReach.map((out, row) => out + (notEnough[row] as number));
  const others = access.flatMap((levels) =>
    (["low", "middle", "high"] as const)
      .filter((level) => levels[level] !== settled)
      .map((level) => shortByWard(wards, ward, people[level], target, levels[level])),
  );
  const all = [short, ...others];
  const sums = all.map((combination) => combination.reduce((sum, value) => sum + value, 0));
  return {
    outOfReach,
    notEnough,
    low: short.map((_, row) => Math.min(...all.map((combination) => combination[row] as number))),
    high: short.map((_, row) => Math.max(...all.map((combination) => combination[row] as number))),
    totalLow: Math.min(...sums),
    totalHigh: Math.max(...sums),
    met: sumByWard(
      wards,
      ward,
      (i) => Math.min(target[i] as number, settled[i] as number) * (people.middle[i] as number),
    ),
    wanted: sumByWard(wards, ward, (i) => (target[i] as number) * (people.middle[i] as number)),
    supply: sumByWard(wards, ward, (i) => (settled[i] as number) * (people.middle[i] as number)),
  };
}

function shortByWard(
  wards: number,
  ward: Int32Array,
  people: Float64Array,
  target: Float64Array,
  access: Float64Array,
): Float64Array {
  const short = new Float64Array(wards);
  for (let i = 0; i < ward.length; i++) {
    const home = ward[i] as number;
    const here = people[i] as number;
    const lack = (target[i] as number) * here - (access[i] as number) * here;
    if (home >= 0 && lack > 0) short[home] = (short[home] as number) + lack;
  }
  return short;
}
