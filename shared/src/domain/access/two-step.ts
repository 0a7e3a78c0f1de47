import { supplyPerPerson } from "./catchment-access.ts";

/** Weighted pairs of demand and supply, compressed by row of demand. */
export interface WeightedPairs {
  /** First pair of each row of demand, with the number of pairs at the end. */
  readonly starts: Int32Array;
  /** Row of supply of each pair. */
  readonly column: Int32Array;
  /** Decayed weight of each pair; null where every pair weighs 1. */
  readonly weight: Float64Array | null;
}

/**
 * Two-step floating catchment area: supply a person at each row of demand.
 *
 * Step 1 shares each supply over the people who can reach it, r_j = S_j ÷ Σ_i P_i f_ij; step 2 adds up what each can reach,
 * A_i = Σ_j r_j f_ij. A supply that nobody reaches adds nothing. A supply that is NaN is left out.
 *
 * @param people P_i, one a row of demand
 * @param supply S_j, one a row of supply
 * @see Luo and Wang (2003); with weights other than 1, Luo and Qi (2009)
 */
export function twoStepAccess(pairs: WeightedPairs, people: Float64Array, supply: Float64Array): Float64Array {
  const rates = supplyRates(pairs, people, supply);
  const { starts, column, weight } = pairs;
  const access = new Float64Array(people.length);
  for (let i = 0; i < people.length; i++) {
    const end = starts[i + 1] as number;
    let sum = 0;
    if (weight === null)
      for (let at = starts[i] as number; at < end; at++) sum += rates[column[at] as number] as number;
    else
      for (let at = starts[i] as number; at < end; at++)
        sum += (rates[column[at] as number] as number) * (weight[at] as number);
    access[i] = sum;
  }
  return access;
}

/** Step 1: supply a person of each row of supply, r_j; 0 where nobody reaches it or the supply is missing. */
export function supplyRates(pairs: WeightedPairs, people: Float64Array, supply: Float64Array): Float64Array {
  const { starts, column, weight } = pairs;
  const demand = new Float64Array(supply.length);
  for (let i = 0; i < people.length; i++) {
    const end = starts[i + 1] as number;
    const here = people[i] as number;
    for (let at = starts[i] as number; at < end; at++) {
      const j = column[at] as number;
      demand[j] = (demand[j] as number) + (weight === null ? here : here * (weight[at] as number));
    }
  }
  return supplyPerPerson(supply, demand);
}
