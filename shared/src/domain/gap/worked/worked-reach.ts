import { TIME_FACTORS } from "../range.ts";
import { ratio } from "../ward-sums.ts";
import { largestTerms, type Terms } from "./terms.ts";
import { type PointTold, sumOver, type WardGround } from "./ward-ground.ts";

export interface WorkedReach {
  /** People with a service within the longest journey, every journey taken so many times as long. */
  readonly within: readonly { readonly factor: number; readonly people: number; readonly share: number }[];
  /** People of points with no service within the longest journey. */
  readonly outOfReach: Terms<PointTold & { readonly minutes: number }>;
  /** P·t to the nearest service by point; not a number where there is no service. */
  readonly nearest: Terms<PointTold & { readonly minutes: number }>;
  /** Σ P·t ÷ Σ P. */
  readonly nearestMinutes: number;
}

/** Who has a service within the longest journey, and how far the nearest is. */
export function workedReach(ground: WardGround): WorkedReach {
  const { rows, nearest, settings } = ground;
  const here = (i: number) => ground.people.middle[i] as number;
  const minutes = (i: number) => nearest[i] as number;
  const group = sumOver(ground, here);
  const tell = (i: number) => ({ ...ground.point(i), minutes: minutes(i) });
  const spent = largestTerms(rows, (i) => (here(i) > 0 ? here(i) * minutes(i) : 0), tell);
  const mean = ratio(spent.total, group);
  return {
    within: TIME_FACTORS.map((factor) => {
      const people = sumOver(ground, (i) => (minutes(i) * factor <= settings.minutes ? here(i) : 0));
      return { factor, people, share: Math.min(1, ratio(people, group)) };
    }),
    outOfReach: largestTerms(rows, (i) => (minutes(i) <= settings.minutes ? 0 : here(i)), tell),
    nearest: spent,
    nearestMinutes: Number.isFinite(mean) ? mean : Number.NaN,
  };
}
