import type { Reach } from "./reach.ts";
import type { GapTotal, WardGaps } from "./result.ts";
import type { Shortfall } from "./shortfall.ts";
import { ratio, ratios, sumByWard, total } from "./ward-sums.ts";

/** People-weighted mean cost of each ward and of the place, over the points whose cost is known; NaN for other measures. */
export function wardCost(wards: number, ward: Int32Array, people: Float64Array, cost: Float64Array | null) {
  if (cost === null) return { wards: new Float64Array(wards).fill(Number.NaN), total: Number.NaN };
  const known = (i: number) => !Number.isNaN(cost[i] as number);
  const weighed = sumByWard(wards, ward, (i) => (known(i) ? (cost[i] as number) * (people[i] as number) : 0));
  const counted = sumByWard(wards, ward, (i) => (known(i) ? (people[i] as number) : 0));
  return { wards: ratios(weighed, counted), total: ratio(total(weighed), total(counted)) };
}

/** Σ P·N and Σ P over the points whose need is known. */
export function needByWard(wards: number, ward: Int32Array, people: Float64Array, need: Float64Array) {
  const known = (i: number) => !Number.isNaN(need[i] as number);
  return {
    weighed: sumByWard(wards, ward, (i) => (known(i) ? (need[i] as number) * (people[i] as number) : 0)),
    people: sumByWard(wards, ward, (i) => (known(i) ? (people[i] as number) : 0)),
  };
}

/**
 * The figures of every ward and of the whole place; what cannot be said is NaN.
 *
 * @param sums      null for a measure that has no amount to be short of
 * @param ownSupply for the simple ratio, what stands in each ward itself
 */
export function answer(
  people: Float64Array,
  group: Float64Array,
  reach: Reach,
  needs: { weighed: Float64Array; people: Float64Array },
  sums: Shortfall | null,
  ownSupply: Float64Array | null,
  cost: { readonly wards: Float64Array; readonly total: number },
): { wards: WardGaps; total: GapTotal } {
  const unsaid = new Float64Array(group.length).fill(Number.NaN);
  const supply = ownSupply ?? sums?.supply ?? unsaid;
  const shortOutOfReach = sums?.outOfReach ?? unsaid;
  const shortNotEnough = sums?.notEnough ?? unsaid;
  const allGroup = total(group);
  const out = total(reach.outOfReach);
  return {
    wards: {
      people,
      group,
      supply,
      short: shortOutOfReach.map((short, row) => short + (shortNotEnough[row] as number)),
      low: sums?.low ?? unsaid,
      high: sums?.high ?? unsaid,
      shortOutOfReach,
      shortNotEnough,
      outOfReach: reach.outOfReach,
      reach: reach.reach,
      reachLow: reach.low,
      reachHigh: reach.high,
      coverage: sums ? ratios(sums.met, sums.wanted) : unsaid,
      access: sums ? ratios(supply, group) : unsaid,
      cost: cost.wards,
      nearestMinutes: reach.nearestMinutes,
      need: ratios(needs.weighed, needs.people),
    },
    total: {
      people: total(people),
      group: allGroup,
      supply: total(supply),
      short: total(shortOutOfReach) + total(shortNotEnough),
      low: sums?.totalLow ?? Number.NaN,
      high: sums?.totalHigh ?? Number.NaN,
      shortOutOfReach: total(shortOutOfReach),
      shortNotEnough: total(shortNotEnough),
      outOfReach: out,
      reach: ratio(allGroup - out, allGroup),
      coverage: sums ? ratio(total(sums.met), total(sums.wanted)) : Number.NaN,
      access: sums ? ratio(total(supply), allGroup) : Number.NaN,
      cost: cost.total,
      nearestMinutes: reach.totalNearestMinutes,
      need: ratio(total(needs.weighed), total(needs.people)),
    },
  };
}
