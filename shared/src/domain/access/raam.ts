import { createUseForest, type UseForest } from "./use-forest.ts";

/** Journeys from rows of demand to rows of supply, looked up a row of demand at a time. */
export interface Journeys {
  /**
   * Finds the journeys of one row of demand, in any order; those that cost more than `upTo` may be left out.
   *
   * @returns how many there are in `column` and `cost`, which the next call writes over
   */
  from(row: number, upTo: number): number;
  /** Row of supply of each journey found. */
  readonly column: Int32Array;
  /** Cost of each journey found, in the unit of τ. */
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
export const RAAM_TOLERANCE = 1e-10;
/** Differences of cost that are looked for, the large ones first. */
const STEPS = [1e-3, RAAM_TOLERANCE / 10];
/** Services that cost a demand so much more than its own are looked at too while people are shifted. */
const NEAR = 0.03;

/**
 * Rational agent access model: people choose the service with the least cost, crowding plus journey,
 * (D_l ÷ S_l) ÷ ρ + t_il ÷ τ, with D_l the people who use l and ρ = ΣP ÷ ΣS. At equilibrium all services that a demand
 * uses cost it the same, and none that it does not use costs less.
 *
 * Every demand begins at one service. Then it is gone round the demands, and where a service would cost one less than
 * those it uses, its people go over until the costs are level, worked out exactly together with everyone whom that moves.
 * Each shift lowers a convex function with one least value, so it ends there. Only services that cost a demand little more
 * than its own are looked at meanwhile; when these are level, all are.
 *
 * @param people  P_i, one a row of demand
 * @param supply  S_l, one a row of supply; a supply of 0 or NaN is left out
 * @param tau     journey that weighs as much as average crowding
 * @param mostRounds after which the answer is given with the gap that is left
 * @see Saxon and Snow (2020)
 */
export function raam(
  journeys: Journeys,
  people: Float64Array,
  supply: Float64Array,
  tau: number,
  mostRounds = 2000,
): RaamAnswer {
  const forest = createUseForest(people, levelCapacity(people, supply));
  const least = begin(forest, journeys, people, tau);
  let rounds = 0;
  for (;;) {
    const load = forest.count();
    const { gap, near } = survey(forest, journeys, people, tau, least);
    const gone = gap <= RAAM_TOLERANCE ? 0 : level(forest, near, people, mostRounds - rounds);
    if (gone === 0) return { cost: least, load, gap, rounds };
    rounds += gone;
  }
}

/** People that raise the crowding of each service by 1: S_l × ρ. */
function levelCapacity(people: Float64Array, supply: Float64Array): Float64Array {
  const usable = supply.map((amount) => (Number.isNaN(amount) ? 0 : amount));
  const all = usable.reduce((sum, amount) => sum + amount, 0);
  const rho = all > 0 ? people.reduce((sum, here) => sum + here, 0) / all : 0;
  return usable.map((amount) => amount * rho);
}

/**
 * Sends the people of each demand in turn where they are off best, counted with them.
 *
 * @returns room for the least cost of each demand, NaN where there is no service
 */
function begin(forest: UseForest, journeys: Journeys, people: Float64Array, tau: number): Float64Array {
  const { column, cost } = journeys;
  const least = new Float64Array(people.length).fill(Number.NaN);
  for (let i = 0; i < people.length; i++) {
    const found = journeys.from(i, Number.POSITIVE_INFINITY);
    let best = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let k = 0; k < found; k++) {
      const own = forest.crowdingWith(column[k] as number, people[i] as number) + (cost[k] as number) / tau;
      if (own >= lowest) continue;
      lowest = own;
      best = k;
    }
    if (best < 0) continue;
    least[i] = lowest;
    if ((people[i] as number) > 0) forest.place(i, column[best] as number, (cost[best] as number) / tau);
  }
  return least;
}

/** The services that cost each demand little more than its own, with the part of the cost that is the journey. */
interface Near {
  readonly starts: Int32Array;
  readonly column: Int32Array;
  readonly journey: Float64Array;
}

/**
 * Looks at every service once.
 *
 * @param least cost of each demand so far, written over with the least there is
 * @returns the largest difference between a used service and the least of a demand, and the services that are near
 */
function survey(
  forest: UseForest,
  journeys: Journeys,
  people: Float64Array,
  tau: number,
  least: Float64Array,
): { gap: number; near: Near } {
  const { crowding } = forest;
  const lowest = crowding.reduce((low, own) => Math.min(low, own), Number.POSITIVE_INFINITY);
  const starts = new Int32Array(people.length + 1);
  let column = new Int32Array(16 * people.length);
  let journey = new Float64Array(16 * people.length);
  let gap = 0;
  let at = 0;
  for (let i = 0; i < people.length; i++) {
    const isServed = !Number.isNaN(least[i] as number);
    const isUsed = isServed && (people[i] as number) > 0;
    const now = isUsed ? forest.dearestOf(i) : Number.POSITIVE_INFINITY;
    const upTo = now + NEAR;
    const found = isServed ? journeys.from(i, (upTo - lowest) * tau) : 0;
    if (at + found > column.length) {
      column = longer(column, new Int32Array(2 * (at + found)));
      journey = longer(journey, new Float64Array(column.length));
    }
    let low = now;
    for (let k = 0; k < found; k++) {
      const way = (journeys.cost[k] as number) / tau;
      const own = (crowding[journeys.column[k] as number] as number) + way;
      if (own < low) low = own;
      if (!isUsed || own > upTo) continue;
      column[at] = journeys.column[k] as number;
      journey[at] = way;
      at++;
    }
    starts[i + 1] = at;
    if (isServed) least[i] = low;
    if (isUsed) gap = Math.max(gap, now - low);
  }
  return { gap, near: { starts, column, journey } };
}

/**
 * Shifts people until no service that is near would cost any of them less, by more than can be told of such a number.
 *
 * @returns how many rounds it took; 0 when nobody could be shifted
 */
function level(forest: UseForest, { starts, column, journey }: Near, people: Float64Array, most: number): number {
  const { crowding } = forest;
  let rounds = 0;
  for (const step of STEPS) {
    for (let moved = true; moved && rounds < most; ) {
      moved = false;
      for (let i = 0; i < people.length; i++) {
        for (;;) {
          const now = forest.costOf(i);
          let least = now - step * Math.max(1, now);
          let best = -1;
          for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
            const own = (crowding[column[k] as number] as number) + (journey[k] as number);
            if (own >= least) continue;
            least = own;
            best = k;
          }
          if (best < 0) break;
          moved = true;
          forest.shift(i, column[best] as number, journey[best] as number);
        }
      }
      if (moved) rounds++;
    }
  }
  return rounds;
}

function longer<Numbers extends Int32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
