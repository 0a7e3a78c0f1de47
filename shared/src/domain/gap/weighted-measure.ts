import { type Decay, decayWeight } from "../access/decay.ts";
import { choiceWeights } from "../access/three-step.ts";
import { metresWithin, travelMinutes } from "../access/travel.ts";
import { twoStepAccess, type WeightedPairs } from "../access/two-step.ts";
import type { Grid } from "../geo/grid.ts";
import { type Pairs, pairsWithin } from "../geo/pairs.ts";
import type { Levels } from "./range.ts";
import { atEachLevel, TIME_FACTORS } from "./range.ts";
import type { TravelMode } from "./settings.ts";

/** What access by a decay of choice depends on. */
export interface WeightedQuestion {
  readonly mode: TravelMode;
  readonly minutes: number;
  readonly decay: Decay;
  /** Whether people choose among the services in reach (3SFCA), or use each as if there were no other. */
  readonly choosing: boolean;
}

/** Access of each point at each level of people, under each of `TIME_FACTORS`. */
export type WeightedMeasure = (question: WeightedQuestion, people: Levels) => readonly Levels[];

/**
 * E2SFCA or 3SFCA with any decay, cut at the longest journey. Keeps the pairs and their weights until the question changes.
 *
 * @param supply of each site by position; what is missing must be 0
 */
export function weightedMeasure(points: Grid, sites: Grid, supply: Float64Array): WeightedMeasure {
  let kept: { key: string; lists: WeightedPairs[] } | null = null;
  let pairs: { reach: number; list: Pairs } | null = null;

  return (question, people) => {
    const { mode, minutes, decay, choosing } = question;
    const key = JSON.stringify([mode, minutes, decay, choosing]);
    if (kept?.key !== key) {
      const reach = metresWithin(minutes, mode, TIME_FACTORS[0]);
      if (pairs === null || pairs.reach < reach || pairs.reach > reach * 3)
        pairs = { reach, list: pairsWithin(points, sites, reach, pairs?.list) };
      const { list } = pairs;
      kept = { key, lists: TIME_FACTORS.map((factor) => weightedPairs(list, question, factor)) };
    }
    return kept.lists.map((list) => atEachLevel(people, (here) => twoStepAccess(list, here, supply)));
  };
}

/** The pairs within the longest journey, every journey taken so many times as long, with their weights. */
function weightedPairs({ starts, column, metres }: Pairs, question: WeightedQuestion, factor: number): WeightedPairs {
  const { mode, minutes, decay, choosing } = question;
  const points = starts.length - 1;
  const within = (at: number) => travelMinutes(metres[at] as number, mode) * factor;
  const first = new Int32Array(points + 1);
  for (let i = 0; i < points; i++) {
    let count = first[i] as number;
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++) if (within(at) <= minutes) count++;
    first[i + 1] = count;
  }
  const size = first[points] as number;
  const list = { starts: first, column: new Int32Array(size), weight: new Float64Array(size) };
  let next = 0;
  for (let at = 0; at < (starts[points] as number); at++) {
    const cost = within(at);
    if (cost > minutes) continue;
    list.column[next] = column[at] as number;
    list.weight[next] = decayWeight(decay, cost);
    next++;
  }
  return choosing ? choiceWeights(list) : list;
}
