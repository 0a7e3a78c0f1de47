import { type RaamAnswer, raam } from "./raam.ts";
import { type JourneyTable, journeysByRow, knownPeople } from "./table.ts";

/**
 * RAAM on a table of costs: the cost of each row of demand at equilibrium; lower is better, NaN where it reaches no supply.
 *
 * A demand that is NaN crowds nothing, and its own cost is still given.
 *
 * @param tau cost of a journey that weighs as much as average crowding, above 0
 * @see Saxon and Snow (2020)
 */
export function raamFromTable(table: JourneyTable, tau: number): RaamAnswer {
  const { starts, column, cost } = journeysByRow(table);
  for (let row = 0; row < table.demand.length; row++) {
    const [from, end] = [starts[row] as number, starts[row + 1] as number];
    const order = Array.from({ length: end - from }, (_, k) => from + k);
    order.sort((a, b) => (cost[a] as number) - (cost[b] as number) || a - b);
    const sorted = order.map((pair) => [column[pair] as number, cost[pair] as number] as const);
    for (const [k, [to, own]] of sorted.entries()) {
      column[from + k] = to;
      cost[from + k] = own;
    }
  }
  return raam({ starts, column, cost }, knownPeople(table.demand), table.supply, tau);
}
