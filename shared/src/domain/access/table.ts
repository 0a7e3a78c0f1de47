import { type Decay, decayWeight } from "./decay.ts";
import { choiceWeights } from "./three-step.ts";
import { twoStepAccess } from "./two-step.ts";

/** A table of journeys between rows of demand and rows of supply, one row a pair, in any order. */
export interface JourneyTable {
  /** People at each row of demand. */
  readonly demand: Float64Array;
  /** Supply at each row of supply; NaN where it is missing, and then left out. */
  readonly supply: Float64Array;
  /** Row of demand and row of supply of each pair, and the cost between them; a NaN cost is no way. */
  readonly origin: Int32Array;
  readonly destination: Int32Array;
  readonly cost: Float64Array;
  /** Longest cost, inclusive; Infinity for none. */
  readonly max: number;
}

export interface AccessTable extends JourneyTable {
  readonly decay: Decay;
  /** Whether people choose among the rows of supply in reach (3SFCA), or use each as if there were no other. */
  readonly choosing?: boolean;
}

/**
 * 2SFCA (binary decay), E2SFCA (any other) or 3SFCA (`choosing`) on a table of costs: supply a person at each row of demand.
 *
 * A demand that is NaN counts for nobody in step 1, and its own access is still given.
 *
 * @see Luo and Wang (2003), Luo and Qi (2009), Wan, Zou and Sternberg (2012)
 */
export function accessFromTable(table: AccessTable): Float64Array {
  const { starts, column, cost } = journeysByRow(table);
  const list = { starts, column, weight: cost.map((own) => decayWeight(table.decay, own)) };
  return twoStepAccess(table.choosing ? choiceWeights(list) : list, knownPeople(table.demand), table.supply);
}

/** People of each row of demand; one that is missing counts for nobody. */
export const knownPeople = (demand: Float64Array): Float64Array =>
  demand.map((people) => (Number.isNaN(people) ? 0 : people));

/**
 * The journeys of a table that can be made, compressed by row of demand, in the order of the table.
 *
 * @throws RangeError on a pair of no row
 */
export function journeysByRow({ demand, supply, origin, destination, cost, max }: JourneyTable) {
  const starts = new Int32Array(demand.length + 1);
  const kept = (pair: number) => (cost[pair] as number) <= max;
  for (let pair = 0; pair < cost.length; pair++) {
    const row = origin[pair] as number;
    if (row < 0 || row >= demand.length) throw new RangeError(`Pair ${pair + 1} starts from no row of demand`);
    if ((destination[pair] as number) < 0 || (destination[pair] as number) >= supply.length) {
      throw new RangeError(`Pair ${pair + 1} leads to no row of supply`);
    }
    if (kept(pair)) starts[row + 1] = (starts[row + 1] as number) + 1;
  }
  for (let row = 0; row < demand.length; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const room = starts[demand.length] as number;
  const list = { starts, column: new Int32Array(room), cost: new Float64Array(room) };
  const next = starts.slice();
  for (let pair = 0; pair < cost.length; pair++) {
    if (!kept(pair)) continue;
    const row = origin[pair] as number;
    const at = next[row] as number;
    next[row] = at + 1;
    list.column[at] = destination[pair] as number;
    list.cost[at] = cost[pair] as number;
  }
  return list;
}
