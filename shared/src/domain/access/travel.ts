import type { TravelMode } from "../gap/settings.ts";

/** A journey on streets and paths against the straight line. */
export const DETOUR = 1.3;

export const METRES_A_MINUTE: Readonly<Record<TravelMode, number>> = { walk: 80, wheel: 67, cycle: 250, car: 400 };

const TRAVEL_NAMES: Readonly<Record<TravelMode, string>> = {
  walk: "Walking time",
  wheel: "Wheelchair or pram time",
  cycle: "Cycling time",
  car: "Driving time",
};

/** Minutes of travel estimated from straight-line metres. */
export function travelMinutes(metres: number, mode: TravelMode): number {
  return metres * (DETOUR / METRES_A_MINUTE[mode]);
}

/**
 * The longest straight line in metres whose minutes, times a factor, are within a limit: to the last bit the
 * inverse of `travelMinutes`, so that both agree on what is exactly at the limit.
 */
export function metresWithin(minutes: number, mode: TravelMode, factor = 1): number {
  const within = (metres: number) => travelMinutes(metres, mode) * factor <= minutes;
  let metres = (minutes * METRES_A_MINUTE[mode]) / (DETOUR * factor);
  while (within(metres * (1 + Number.EPSILON))) metres *= 1 + Number.EPSILON;
  while (!within(metres)) metres *= 1 - Number.EPSILON / 2;
  return metres;
}

/** How minutes were found, to stand beside every figure. */
export function travelWords(mode: TravelMode): string {
  return `${TRAVEL_NAMES[mode]} estimated from straight-line distance × ${DETOUR} at ${METRES_A_MINUTE[mode]} metres a minute`;
}
