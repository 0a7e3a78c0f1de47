import type { Gaps, WardGap } from "@needs-map/shared/contract/gaps";
import type { GapResult, WardGaps } from "@needs-map/shared/domain/gap/result";

/** Columns that the engine and the API name alike. */
export const FIGURES = [
  "people",
  "group",
  "supply",
  "short",
  "low",
  "high",
  "shortOutOfReach",
  "shortNotEnough",
  "outOfReach",
  "reach",
  "reachLow",
  "reachHigh",
  "coverage",
  "access",
  "cost",
  "nearestMinutes",
  "need",
] as const satisfies readonly (keyof WardGaps & keyof WardGap)[];

export type Figure = (typeof FIGURES)[number];

/**
 * The server's answer in the shape of the engine's, for browsers in which the worker does not start.
 *
 * @param gaps the API's answer; null becomes NaN
 */
export function fromServer(gaps: Gaps): GapResult {
  const column = (figure: Figure) => Float64Array.from(gaps.wards, (ward) => ward[figure] ?? Number.NaN);
  const wards = Object.fromEntries(FIGURES.map((figure) => [figure, column(figure)])) as unknown as WardGaps;
  const total = Object.fromEntries(Object.entries(gaps.total).map(([name, value]) => [name, value ?? Number.NaN]));
  return {
    wards,
    total: total as unknown as GapResult["total"],
    crowdingGap: gaps.crowdingGap ?? Number.NaN,
    servicesWithoutCapacity: 0,
    servicesHalfWeight: 0,
    missingIndicators: [],
    areasWithoutNeed: 0,
  };
}
