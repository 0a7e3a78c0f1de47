import { type Journeys, type RaamAnswer, raam } from "./raam.ts";
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
  return raam(tableJourneys(table), knownPeople(table.demand), table.supply, tau);
}

function tableJourneys(table: JourneyTable): Journeys {
  const { starts, column, cost } = journeysByRow(table);
  const most = starts.subarray(1).reduce((largest, end, row) => Math.max(largest, end - (starts[row] as number)), 0);
  const found = { column: new Int32Array(most), cost: new Float64Array(most) };
  return {
    ...found,
    from(row) {
      const [start, end] = [starts[row] as number, starts[row + 1] as number];
      found.column.set(column.subarray(start, end));
      found.cost.set(cost.subarray(start, end));
      return end - start;
    },
  };
}
