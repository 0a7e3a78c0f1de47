import { expOfLess } from "../access/fall-off.ts";
import { metresWithin, travelMinutes } from "../access/travel.ts";
import type { Grid } from "../geo/grid.ts";
import { type Pairs, pairsWithin } from "../geo/pairs.ts";
import type { Measure } from "./catchment-measure.ts";
import type { Levels } from "./range.ts";
import type { TravelMode } from "./settings.ts";

/** How much farther than needed the list of pairs goes, so that a slider that moves on finds it ready. */
const AHEAD = 1.25;

/** The pairs within the longest journey under the shortest times, with a weight under each time factor. */
interface WeightedList {
  readonly starts: Int32Array;
  readonly column: Int32Array;
  /** Row-major `pairs × 3`, for journeys times ¾, 1 and 1¼. */
  readonly weight: Float64Array;
}

/**
 * E2SFCA with a Gaussian of σ = T ÷ 2 cut at the longest journey T.
 *
 * Keeps the list of pairs until a longer journey, or one of less than a third, is asked for, and the weights until
 * the journey changes.
 *
 * @param supply of each site by position; what is missing must be 0
 * @see Luo and Qi (2009)
 */
export function sharedMeasure(points: Grid, sites: Grid, supply: Float64Array): Measure {
  let pairs: Pairs | null = null;
  let held = 0;
  let list: WeightedList | null = null;
  let key = "";

  return (mode, minutes, people) => {
    const needed = metresWithin(minutes, mode, 0.75);
    if (pairs === null || needed > held || needed < held / 3) {
      held = needed * AHEAD;
      pairs = pairsWithin(points, sites, held, pairs);
      key = "";
    }
    if (list === null || key !== `${mode} ${minutes}`) {
      list = weightedPairs(pairs, mode, minutes, list);
      key = `${mode} ${minutes}`;
    }
    const low = accessUnderFactors(list, people.low, supply);
    const middle = accessUnderFactors(list, people.middle, supply);
    const high = accessUnderFactors(list, people.high, supply);
    return middle.map((access, k): Levels => ({ low: low[k] ?? access, middle: access, high: high[k] ?? access }));
  };
}

/**
 * Weights exp(−2(c·t ÷ T)²) for c = ¾, 1 and 1¼, 0 past the longest journey.
 *
 * The squares of c are 9, 16 and 25 sixteenths, so that all three are powers of one root, exp(−(t ÷ T)² ÷ 8).
 *
 * @param room a list no longer needed, whose arrays are written over when they are long enough
 */
function weightedPairs(pairs: Pairs, mode: TravelMode, longest: number, room: WeightedList | null): WeightedList {
  const { metres } = pairs;
  const points = pairs.starts.length - 1;
  const count = pairs.starts[points] as number;
  const enough = room !== null && room.column.length >= count;
  const starts = new Int32Array(points + 1);
  const column = enough ? room.column : new Int32Array(count);
  const weight = enough ? room.weight : new Float64Array(count * 3);
  const perMetre = travelMinutes(1, mode);
  let at = 0;
  for (let i = 0; i < points; i++) {
    const end = pairs.starts[i + 1] as number;
    for (let pair = pairs.starts[i] as number; pair < end; pair++) {
      const minutes = (metres[pair] as number) * perMetre;
      if (minutes * 0.75 > longest) continue;
      const part = minutes / longest;
      const root = expOfLess((part * part) / 8);
      const root2 = root * root;
      const root4 = root2 * root2;
      const root8 = root4 * root4;
      const root9 = root8 * root;
      const root16 = root8 * root8;
      column[at] = pairs.column[pair] as number;
      weight[at * 3] = root9;
      weight[at * 3 + 1] = minutes <= longest ? root16 : 0;
      weight[at * 3 + 2] = minutes * 1.25 <= longest ? root16 * root9 : 0;
      at++;
    }
    starts[i + 1] = at;
  }
  return { starts, column, weight };
}

/** Both steps for one level of people, under the three time factors at once. */
function accessUnderFactors(list: WeightedList, people: Float64Array, supply: Float64Array): Float64Array[] {
  const { starts, column, weight } = list;
  const sites = supply.length;
  const demand = new Float64Array(sites * 3);
  for (let i = 0; i < people.length; i++) {
    const here = people[i] as number;
    if (here === 0) continue;
    const end = starts[i + 1] as number;
    for (let at = starts[i] as number; at < end; at++) {
      const j = (column[at] as number) * 3;
      demand[j] = (demand[j] as number) + here * (weight[at * 3] as number);
      demand[j + 1] = (demand[j + 1] as number) + here * (weight[at * 3 + 1] as number);
      demand[j + 2] = (demand[j + 2] as number) + here * (weight[at * 3 + 2] as number);
    }
  }
  const rates = demand.map((wanted, k) => (wanted > 0 ? (supply[Math.floor(k / 3)] as number) / wanted : 0));
  const access = [0, 1, 2].map(() => new Float64Array(people.length));
  const [shorter, same, longer] = access as [Float64Array, Float64Array, Float64Array];
  for (let i = 0; i < people.length; i++) {
    const end = starts[i + 1] as number;
    let [a, b, c] = [0, 0, 0];
    for (let at = starts[i] as number; at < end; at++) {
      const j = (column[at] as number) * 3;
      a += (rates[j] as number) * (weight[at * 3] as number);
      b += (rates[j + 1] as number) * (weight[at * 3 + 1] as number);
      c += (rates[j + 2] as number) * (weight[at * 3 + 2] as number);
    }
    shorter[i] = a;
    same[i] = b;
    longer[i] = c;
  }
  return access;
}
