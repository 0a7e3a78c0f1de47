import { LEVELS, MIDDLE, TIME_FACTORS } from "./range.ts";

/** What each ward is short of, with its causes and its range, and how much of its target is met. */
export interface Shortfall {
  readonly outOfReach: Float64Array;
  readonly notEnough: Float64Array;
  /** Row-major `wards × combinations` of the range. */
  readonly range: Float64Array;
  /** Σ min(target·P, A·P) and Σ target·P. */
  readonly met: Float64Array;
  readonly wanted: Float64Array;
  /** Σ P·A. */
  readonly supply: Float64Array;
}

export interface ShortfallInput {
  readonly wards: number;
  readonly ward: Int32Array;
  /** Row-major `points × LEVELS`. */
  readonly people: Float64Array;
  /** Supply wanted a person at each point. */
  readonly target: Float64Array;
  /** 1 where a point has a service within the longest journey. */
  readonly reached: Uint8Array;
  /** Access of each point, row-major `points × LEVELS`, under each of `TIME_FACTORS` or once for all. */
  readonly access: readonly Float64Array[];
}

/** Short at each point, max(0, target·P − A·P), summed by ward under every combination of the range. */
export function shortfall(input: ShortfallInput): Shortfall {
  const { wards, ward, people, target, reached, access } = input;
  const combinations = access.length * LEVELS;
  const settled = access.length === 1 ? 0 : TIME_FACTORS.indexOf(1);
  const sums = {
    outOfReach: new Float64Array(wards),
    notEnough: new Float64Array(wards),
    range: new Float64Array(wards * combinations),
    met: new Float64Array(wards),
    wanted: new Float64Array(wards),
    supply: new Float64Array(wards),
  };
  for (const [factor, levels] of access.entries()) addRange(sums.range, levels, factor * LEVELS, combinations, input);
  const middle = access[settled] ?? new Float64Array(people.length);
  for (let i = 0; i < ward.length; i++) {
    const home = ward[i] as number;
    if (home < 0) continue;
    const here = people[i * LEVELS + MIDDLE] as number;
    const wanted = (target[i] as number) * here;
    const reaches = (middle[i * LEVELS + MIDDLE] as number) * here;
    const cause = reached[i] === 1 ? sums.notEnough : sums.outOfReach;
    cause[home] = (cause[home] as number) + Math.max(0, wanted - reaches);
    sums.met[home] = (sums.met[home] as number) + Math.min(wanted, reaches);
    sums.wanted[home] = (sums.wanted[home] as number) + wanted;
    sums.supply[home] = (sums.supply[home] as number) + reaches;
  }
  for (let home = 0; home < wards; home++) {
    sums.range[home * combinations + settled * LEVELS + MIDDLE] =
      (sums.outOfReach[home] as number) + (sums.notEnough[home] as number);
  }
  return sums;
}

function addRange(
  range: Float64Array,
  access: Float64Array,
  first: number,
  combinations: number,
  { ward, people, target }: ShortfallInput,
): void {
  for (let i = 0; i < ward.length; i++) {
    const home = ward[i] as number;
    if (home < 0) continue;
    const wanted = target[i] as number;
    for (let level = 0; level < LEVELS; level++) {
      const lacking = (wanted - (access[i * LEVELS + level] as number)) * (people[i * LEVELS + level] as number);
      const at = home * combinations + first + level;
      if (lacking > 0) range[at] = (range[at] as number) + lacking;
    }
  }
}

/** Least and greatest of each ward over the combinations, and of the sum of all wards. */
export function rangeOf(range: Float64Array, wards: number) {
  const combinations = wards === 0 ? 0 : range.length / wards;
  const low = new Float64Array(wards).fill(Infinity);
  const high = new Float64Array(wards).fill(-Infinity);
  const all = new Float64Array(combinations);
  for (let home = 0; home < wards; home++) {
    for (let k = 0; k < combinations; k++) {
      const short = range[home * combinations + k] as number;
      low[home] = Math.min(low[home] as number, short);
      high[home] = Math.max(high[home] as number, short);
      all[k] = (all[k] as number) + short;
    }
  }
  return { low, high, totalLow: wards === 0 ? 0 : Math.min(...all), totalHigh: wards === 0 ? 0 : Math.max(...all) };
}
