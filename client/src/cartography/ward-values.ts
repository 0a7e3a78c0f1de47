import type { GapResult } from "@needs-map/shared/domain/gap/result";
import { hasShortfall, type Method, type Unit } from "@needs-map/shared/domain/gap/settings";
import type { View } from "../view/view.ts";

/** What wards are coloured by. */
export type ColourBy = View["by"];

/** A figure a ward to colour by, with its likely range where there is one; NaN where it cannot be said. */
export interface WardValues {
  readonly value: Float64Array;
  readonly low: Float64Array | null;
  readonly high: Float64Array | null;
}

/** How many people a rate is told for: 100, or 10,000 where services are counted as sites. */
export const ratePer = (unit: Unit): number => (unit === "places" ? 100 : 10_000);

/**
 * The figures that a colour stands for: short as a rate of the target group, need on 0…100, coverage as a percentage.
 * Can reach and RAAM have no shortfall, so that their coverage is the percentage in reach; in place of short stands for
 * can reach the percentage out of reach, for RAAM the cost: like short, the higher the worse.
 */
export function wardValues(by: Exclude<ColourBy, "both">, gaps: GapResult, method: Method, unit: Unit): WardValues {
  const { wards } = gaps;
  const percent = (share: Float64Array) => share.map((value) => value * 100);
  const missed = (share: Float64Array) => share.map((value) => 100 - value * 100);
  const rate = (counts: Float64Array) =>
    counts.map((count, row) => {
      const people = wards.group[row] ?? 0;
      return people > 0 ? (count * ratePer(unit)) / people : Number.NaN;
    });
  if (by === "need") return { value: percent(wards.need), low: null, high: null };
  if (by === "cover") {
    if (hasShortfall(method)) return { value: percent(wards.coverage), low: null, high: null };
    return { value: percent(wards.reach), low: percent(wards.reachLow), high: percent(wards.reachHigh) };
  }
  if (method === "raam") return { value: wards.cost, low: null, high: null };
  if (hasShortfall(method)) return { value: rate(wards.short), low: rate(wards.low), high: rate(wards.high) };
  return { value: missed(wards.reach), low: missed(wards.reachHigh), high: missed(wards.reachLow) };
}
