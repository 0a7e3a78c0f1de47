import type { GapEngine } from "./engine.ts";
import type { WardGaps } from "./result.ts";
import { type GapSettings, hasShortfall } from "./settings.ts";

/** The least change that is seen: a place, a tenth of a site, a person out of reach. */
const leastShown = ({ method, unit }: GapSettings): number => (hasShortfall(method) && unit === "sites" ? 0.1 : 1);

/** What sums of many fractions may be apart without meaning it. */
const NOISE = 1e-9;

/**
 * Rows of the wards whose answer rests on unchecked records: without them it is another by one shown unit at least.
 *
 * @param wards answer with unchecked records; of a measure without a shortfall, people out of reach are compared
 * @param checkedOnly engine of the same place and services without the unchecked ones
 */
export function wardsResting(wards: WardGaps, checkedOnly: GapEngine, settings: GapSettings): number[] {
  const short = hasShortfall(settings.method);
  const all = short ? wards.short : wards.outOfReach;
  const fewer = short ? checkedOnly.shortOf(settings) : checkedOnly.gaps(settings).wards.outOfReach;
  const least = leastShown(settings) - NOISE;
  return Array.from(all.keys()).filter((row) => Math.abs((all[row] as number) - (fewer[row] as number)) >= least);
}
