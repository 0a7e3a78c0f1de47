import { TIME_FACTORS } from "./range.ts";
import { ratio, ratios, sumByWard, total } from "./ward-sums.ts";

/** Who has a service within the longest journey, by ward and in all. */
export interface Reach {
  readonly outOfReach: Float64Array;
  readonly reach: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly nearestMinutes: Float64Array;
  readonly totalNearestMinutes: number;
}

/**
 * @param ward    row of the ward of each point
 * @param people  people of each point
 * @param group   people of each ward
 * @param minutes to the nearest service of each point; Infinity without services
 * @param longest longest journey, inclusive
 */
export function reachByWard(
  ward: Int32Array,
  people: Float64Array,
  group: Float64Array,
  minutes: Float64Array,
  longest: number,
): Reach {
  const of = (i: number) => people[i] as number;
  const shares = TIME_FACTORS.map((factor) => {
    const within = sumByWard(group.length, ward, (i) => ((minutes[i] as number) * factor <= longest ? of(i) : 0));
    return ratios(within, group).map((share) => Math.min(1, share));
  });
  const [low, reach, high] = [shares[2], shares[1], shares[0]];
  if (!low || !reach || !high) throw new RangeError("Reach needs three lengths of journey");
  const spent = sumByWard(group.length, ward, (i) => (of(i) > 0 ? of(i) * (minutes[i] as number) : 0));
  return {
    outOfReach: sumByWard(group.length, ward, (i) => ((minutes[i] as number) <= longest ? 0 : of(i))),
    reach,
    low,
    high,
    nearestMinutes: ratios(spent, group).map(finite),
    totalNearestMinutes: finite(ratio(total(spent), total(group))),
  };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
