import { settleForest } from "./raam-forest.ts";

/** Journeys between rows of demand and rows of supply, those of a row of demand from the shortest to the longest. */
export interface SortedJourneys {
  /** First journey of each row of demand, with the number of journeys at the end. */
  readonly starts: Int32Array;
  /** Row of supply of each journey. */
  readonly column: Int32Array;
  /** Cost of each journey in the unit of τ, ascending within a row. */
  readonly cost: Float64Array;
}

export interface RaamAnswer {
  /** Cost of each row of demand at equilibrium, lower is better; NaN where there is no service. */
  readonly cost: Float64Array;
  /** People that use each service. */
  readonly load: Float64Array;
  /** Largest difference, over all used pairs, between the cost of a pair and the least cost of its demand. */
  readonly gap: number;
  readonly rounds: number;
}

/** The equilibrium is found when no used pair costs more than this above the least of its demand. */
const TOLERANCE = 1e-10;
const MOST_ROUNDS = 2000;
/** After so many rounds it is looked whether they are there; if not, the equilibrium of their pattern of use is worked out. */
const SETTLE_EVERY = 20;

/**
 * Rational agent access model: people choose the service with the least cost, crowding plus journey,
 * (D_l ÷ S_l) ÷ ρ + t_il ÷ τ, with D_l the people who use l and ρ = ΣP ÷ ΣS. At equilibrium all services that a demand
 * uses cost it the same, and none that it does not use costs less.
 *
 * Found by going round the demands: each spreads its people anew over its services, given the others, which is solved
 * exactly by filling the cheapest first until their costs are level. This descends a convex function, so it converges, but
 * slowly at the end; so from time to time the equilibrium of the pattern of use is worked out directly.
 *
 * @param people  P_i, one a row of demand
 * @param supply  S_l, one a row of supply; a supply of 0 or NaN is left out
 * @param tau     journey that weighs as much as average crowding
 * @see Saxon and Snow (2020)
 */
export function raam(journeys: SortedJourneys, people: Float64Array, supply: Float64Array, tau: number): RaamAnswer {
  const { starts, column, cost } = journeys;
  const usable = supply.map((amount) => (Number.isNaN(amount) ? 0 : amount));
  const capacity = levelCapacity(people, usable);
  const load = new Float64Array(supply.length);
  const use = new Float64Array(column.length);
  const filled: Filling = { base: new Float64Array(0), at: new Int32Array(0), end: 0 };
  const reached = starts.slice(0, people.length);

  let gap = Number.POSITIVE_INFINITY;
  let rounds = 0;
  while (gap > TOLERANCE && rounds < MOST_ROUNDS) {
    rounds++;
    for (let i = 0; i < people.length; i++) {
      const from = starts[i] as number;
      const end = starts[i + 1] as number;
      for (let pair = from; pair < (reached[i] as number); pair++) {
        const used = use[pair] as number;
        if (used === 0) continue;
        const l = column[pair] as number;
        load[l] = (load[l] as number) - used;
        use[pair] = 0;
      }
      const level = fill(people[i] as number, from, end, column, cost, load, capacity, tau, filled);
      reached[i] = filled.end;
      if (!((people[i] as number) > 0) || Number.isNaN(level)) continue;
      for (let k = 0; k < filled.at.length && (filled.at[k] as number) >= 0; k++) {
        const pair = filled.at[k] as number;
        const l = column[pair] as number;
        const share = (level - (filled.base[k] as number)) * (capacity[l] as number);
        if (share <= 0) continue;
        use[pair] = share;
        load[l] = (load[l] as number) + share;
      }
    }
    if (rounds % SETTLE_EVERY > 0) continue;
    gap = largestGap(journeys, reached, use, load, capacity, tau);
    if (gap > TOLERANCE) {
      settleForest(journeys, people, capacity, tau, use, load);
      gap = largestGap(journeys, reached, use, load, capacity, tau);
    }
  }
  const least = Float64Array.from(people.keys(), (i) => leastCost(journeys, i, load, capacity, tau));
  return { cost: least, load, gap, rounds };
}

/** People that raise the crowding of each service by 1: S_l × ρ. */
function levelCapacity(people: Float64Array, supply: Float64Array): Float64Array {
  const all = supply.reduce((sum, amount) => sum + amount, 0);
  const rho = all > 0 ? people.reduce((sum, here) => sum + here, 0) / all : 0;
  return supply.map((amount) => amount * rho);
}

interface Filling {
  base: Float64Array;
  /** Pairs in the order of their costs without the demand's own people; −1 ends the list. */
  at: Int32Array;
  /** First pair that costs too much before anyone has come: no pair from here on is used. */
  end: number;
}

/**
 * Fills the cheapest services of one demand until its people are placed.
 *
 * @returns the level of cost that they all come to, NaN without a service
 */
function fill(
  people: number,
  from: number,
  end: number,
  column: Int32Array,
  cost: Float64Array,
  load: Float64Array,
  capacity: Float64Array,
  tau: number,
  filled: Filling,
): number {
  if (filled.at.length < end - from + 1) {
    filled.base = new Float64Array(end - from + 1);
    filled.at = new Int32Array(end - from + 1);
  }
  const { base, at } = filled;
  let count = 0;
  let level = Number.NaN;
  let pair = from;
  for (; pair < end; pair++) {
    const l = column[pair] as number;
    const holds = capacity[l] as number;
    if (!(holds > 0)) continue;
    const journey = (cost[pair] as number) / tau;
    if (count > 0 && journey >= level) break;
    const own = (load[l] as number) / holds + journey;
    if (count > 0 && own >= level) continue;
    let place = count;
    while (place > 0 && (base[place - 1] as number) > own) {
      base[place] = base[place - 1] as number;
      at[place] = at[place - 1] as number;
      place--;
    }
    base[place] = own;
    at[place] = pair;
    let room = 0;
    let weighed = 0;
    let used = 0;
    for (; used <= count; used++) {
      const next = base[used] as number;
      if (used > 0 && next >= level) break;
      const held = capacity[column[at[used] as number] as number] as number;
      room += held;
      weighed += held * next;
      level = (people + weighed) / room;
    }
    count = used;
  }
  at[count] = -1;
  filled.end = pair;
  return level;
}

/** The least cost of one row of demand; NaN without a service. */
function leastCost(
  { starts, column, cost }: SortedJourneys,
  i: number,
  load: Float64Array,
  capacity: Float64Array,
  tau: number,
): number {
  let least = Number.NaN;
  for (let pair = starts[i] as number; pair < (starts[i + 1] as number); pair++) {
    const l = column[pair] as number;
    const holds = capacity[l] as number;
    if (!(holds > 0)) continue;
    const journey = (cost[pair] as number) / tau;
    if (journey >= least) break;
    const own = (load[l] as number) / holds + journey;
    if (!(own >= least)) least = own;
  }
  return least;
}

function largestGap(
  journeys: SortedJourneys,
  reached: Int32Array,
  use: Float64Array,
  load: Float64Array,
  capacity: Float64Array,
  tau: number,
): number {
  const { starts, column, cost } = journeys;
  let gap = 0;
  for (let i = 0; i < starts.length - 1; i++) {
    let least = Number.NaN;
    for (let pair = starts[i] as number; pair < (reached[i] as number); pair++) {
      if ((use[pair] as number) === 0) continue;
      if (Number.isNaN(least)) least = leastCost(journeys, i, load, capacity, tau);
      const l = column[pair] as number;
      gap = Math.max(gap, (load[l] as number) / (capacity[l] as number) + (cost[pair] as number) / tau - least);
    }
  }
  return gap;
}
