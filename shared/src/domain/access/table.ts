import { type Decay, decayWeight } from "./decay.ts";
import { twoStepAccess } from "./two-step.ts";

/** A table of journeys between rows of demand and rows of supply, one row a pair, in any order. */
export interface AccessTable {
  /** People at each row of demand. */
  readonly demand: Float64Array;
  /** Supply at each row of supply; NaN where it is missing, and then left out. */
  readonly supply: Float64Array;
  /** Row of demand and row of supply of each pair, and the cost between them; a NaN cost is no way. */
  readonly origin: Int32Array;
  readonly destination: Int32Array;
  readonly cost: Float64Array;
  readonly decay: Decay;
  /** Longest cost, inclusive; Infinity for none. */
  readonly max: number;
}

/**
 * 2SFCA (binary decay) or E2SFCA (any other) on a table of costs: supply a person at each row of demand.
 *
 * A demand that is NaN counts for nobody in step 1, and its own access is still given.
 *
 * @see Luo and Wang (2003), Luo and Qi (2009)
 */
export function accessFromTable(table: AccessTable): Float64Array {
  const { demand, supply, origin, destination, cost, decay, max } = table;
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
  const column = new Int32Array(room);
  const weight = new Float64Array(room);
  const next = starts.slice();
  for (let pair = 0; pair < cost.length; pair++) {
    if (!kept(pair)) continue;
    const row = origin[pair] as number;
    const at = next[row] as number;
    next[row] = at + 1;
    column[at] = destination[pair] as number;
    weight[at] = decayWeight(decay, cost[pair] as number);
  }
  return twoStepAccess(
    { starts, column, weight },
    demand.map((people) => (Number.isNaN(people) ? 0 : people)),
    supply,
  );
}
