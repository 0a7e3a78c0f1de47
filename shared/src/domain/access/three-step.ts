import type { WeightedPairs } from "./two-step.ts";

/**
 * Weights of the three-step floating catchment area: W·G, where G is the chance that somebody chooses a service among
 * those in reach, W ÷ Σ W of the same demand. Used for f in both steps of `twoStepAccess`.
 *
 * A service out of reach is no choice, so W must already be cut at the longest journey.
 *
 * @see Wan, Zou and Sternberg (2012)
 */
export function choiceWeights({ starts, column, weight }: WeightedPairs): WeightedPairs {
  const chosen = new Float64Array(column.length);
  for (let i = 0; i < starts.length - 1; i++) {
    const end = starts[i + 1] as number;
    let all = 0;
    for (let at = starts[i] as number; at < end; at++) all += weight === null ? 1 : (weight[at] as number);
    if (all === 0) continue;
    for (let at = starts[i] as number; at < end; at++) {
      const own = weight === null ? 1 : (weight[at] as number);
      chosen[at] = (own * own) / all;
    }
  }
  return { starts, column, weight: chosen };
}
