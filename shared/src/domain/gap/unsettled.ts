import { RAAM_TOLERANCE } from "../access/raam.ts";

/**
 * Says that the equilibrium of rational agents was not found to the last digit, and how far off it is; null when it was.
 *
 * @param gap by how much a service in use costs more than the least at most; NaN for a measure without cost
 */
export function unsettledWords(gap: number): string | null {
  if (!(gap > RAAM_TOLERANCE)) return null;
  const off = gap.toFixed(Math.max(1, Math.ceil(-Math.log10(gap))));
  return `The balance of crowding and journeys was not quite found: some people are still counted at a service that costs them ${off} more than another, so a cost may be off by about as much.`;
}
