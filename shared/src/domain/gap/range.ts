import { travelMinutes } from "../access/travel.ts";
import type { Pairs } from "../geo/pairs.ts";
import type { TravelMode } from "./settings.ts";

/** Every journey taken shorter, as it is, and longer; the longest journey stays. */
export const TIME_FACTORS = [0.75, 1, 1.25] as const;

/** People low, middle and high, in this order wherever three levels stand side by side. */
export const LEVELS = 3;
export const MIDDLE = 1;

/** Half-width of the 95% interval of a count, in its square roots: assumed where no margin is published. */
const MARGIN = 1.96;

/**
 * People of each point low, middle and high: row-major `points × LEVELS`.
 *
 * The points of a ward move together, by max(0, 1 ± margin ÷ P_w); a point outside the place (ward −1) stays.
 *
 * @param people    people of each point
 * @param ward      row of the ward of each point
 * @param wardGroup people of each ward
 */
export function peopleLevels(people: Float64Array, ward: Int32Array, wardGroup: Float64Array): Float64Array {
  const margin = wardGroup.map((group) => (group > 0 ? (MARGIN * Math.sqrt(group)) / group : 0));
  const levels = new Float64Array(people.length * LEVELS);
  for (let i = 0; i < people.length; i++) {
    const here = people[i] as number;
    const home = ward[i] as number;
    const part = home < 0 ? 0 : (margin[home] as number);
    levels[i * LEVELS] = here * Math.max(0, 1 - part);
    levels[i * LEVELS + 1] = here;
    levels[i * LEVELS + 2] = here * (1 + part);
  }
  return levels;
}

/**
 * Weights of every pair of a list under each of `TIME_FACTORS`: 0 past the longest journey; up to it 1,
 * or for shared places the Gaussian with σ = T ÷ 2.
 */
export function pairWeights(pairs: Pairs, mode: TravelMode, longest: number, smooth: boolean): Float64Array[] {
  const count = pairs.metres.length;
  const perMetre = travelMinutes(1, mode);
  return TIME_FACTORS.map((factor) => {
    const weights = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const minutes = (pairs.metres[at] as number) * perMetre * factor;
      if (minutes > longest) continue;
      const part = minutes / longest;
      weights[at] = smooth ? Math.exp(-2 * part * part) : 1;
    }
    return weights;
  });
}

/**
 * The two steps of 2SFCA at three levels of people at once: access of each point, row-major `points × LEVELS`.
 *
 * @param weight one a pair
 * @param people row-major `points × LEVELS`
 * @param supply one a service; what is missing must be 0
 */
export function accessLevels(
  pairs: Pairs,
  weight: Float64Array,
  people: Float64Array,
  supply: Float64Array,
): Float64Array {
  const { starts, column } = pairs;
  const points = starts.length - 1;
  const rates = new Float64Array(supply.length * LEVELS);
  for (let i = 0; i < points; i++) {
    const low = people[i * LEVELS] as number;
    const middle = people[i * LEVELS + 1] as number;
    const high = people[i * LEVELS + 2] as number;
    const end = starts[i + 1] as number;
    for (let at = starts[i] as number; at < end; at++) {
      const j = (column[at] as number) * LEVELS;
      const f = weight[at] as number;
      rates[j] = (rates[j] as number) + low * f;
      rates[j + 1] = (rates[j + 1] as number) + middle * f;
      rates[j + 2] = (rates[j + 2] as number) + high * f;
    }
  }
  for (let k = 0; k < rates.length; k++) {
    const demand = rates[k] as number;
    rates[k] = demand > 0 ? (supply[Math.floor(k / LEVELS)] as number) / demand : 0;
  }
  const access = new Float64Array(points * LEVELS);
  for (let i = 0; i < points; i++) {
    const end = starts[i + 1] as number;
    let low = 0;
    let middle = 0;
    let high = 0;
    for (let at = starts[i] as number; at < end; at++) {
      const j = (column[at] as number) * LEVELS;
      const f = weight[at] as number;
      low += (rates[j] as number) * f;
      middle += (rates[j + 1] as number) * f;
      high += (rates[j + 2] as number) * f;
    }
    access[i * LEVELS] = low;
    access[i * LEVELS + 1] = middle;
    access[i * LEVELS + 2] = high;
  }
  return access;
}
