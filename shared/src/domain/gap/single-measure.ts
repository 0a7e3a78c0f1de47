import { type Decay, decayWeight } from "../access/decay.ts";
import { gaussianAccess, gaussianRoom } from "../access/gaussian-access.ts";
import { metresWithin, travelMinutes } from "../access/travel.ts";
import { twoStepAccess } from "../access/two-step.ts";
import type { Grid } from "../geo/grid.ts";
import { type Pairs, pairsWithin } from "../geo/pairs.ts";
import type { TravelMode } from "./settings.ts";

export interface SingleQuestion {
  readonly mode: TravelMode;
  readonly minutes: number;
  /** Null where everything within the longest journey counts the same. */
  readonly decay: Decay | null;
  readonly choosing: boolean;
}

/** Access of each point for one level of people, journeys as they are. */
export type SingleMeasure = (question: SingleQuestion, people: Float64Array) => Float64Array;

/** A list of pairs for so much longer a journey than asked for serves many questions that differ a little. */
const AHEAD = 1.6;

/**
 * 2SFCA, E2SFCA or 3SFCA without ranges, for asking many times with changing settings: the pairs are kept, and the room
 * for weights is used again.
 *
 * @param supply of each site by position; what is missing must be 0
 */
export function singleMeasure(points: Grid, sites: Grid, supply: Float64Array): SingleMeasure {
  const room = gaussianRoom();
  let pairs: { reach: number; list: Pairs; weight: Float64Array } | null = null;

  return ({ mode, minutes, decay, choosing }, people) => {
    const needed = metresWithin(minutes, mode);
    if (decay?.kind === "gaussian" && !choosing) {
      const sigma = decay.sigma / travelMinutes(1, mode);
      return gaussianAccess(points, sites, people, supply, needed, sigma, room);
    }
    if (pairs === null || pairs.reach < needed || pairs.reach > needed * AHEAD * AHEAD) {
      const list = pairsWithin(points, sites, needed * AHEAD);
      pairs = { reach: needed * AHEAD, list, weight: new Float64Array(list.starts[points.count] as number) };
    }
    const { list, weight } = pairs;
    weigh(list, weight, mode, minutes, decay, choosing);
    return twoStepAccess({ ...list, weight }, people, supply);
  };
}

function weigh(
  { starts, metres }: Pairs,
  weight: Float64Array,
  mode: TravelMode,
  minutes: number,
  decay: Decay | null,
  choosing: boolean,
): void {
  const perMetre = travelMinutes(1, mode);
  for (let i = 0; i < starts.length - 1; i++) {
    const end = starts[i + 1] as number;
    let all = 0;
    for (let at = starts[i] as number; at < end; at++) {
      const cost = (metres[at] as number) * perMetre;
      const own = cost > minutes ? 0 : decay === null ? 1 : decayWeight(decay, cost);
      weight[at] = own;
      all += own;
    }
    if (!choosing || all === 0) continue;
    for (let at = starts[i] as number; at < end; at++) weight[at] = (weight[at] as number) ** 2 / all;
  }
}
