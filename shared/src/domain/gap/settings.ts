import type { Decay } from "../access/decay.ts";

/** Ways of getting there that the straight-line estimate knows. */
export const TRAVEL_MODES = ["walk", "wheel", "cycle", "car"] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/**
 * How access is measured: E2SFCA ("shared places"), 2SFCA, 3SFCA, spatial availability (E2SFCA as a count), RAAM, can reach,
 * simple ratio.
 */
export const METHODS = ["share", "2sfca", "3sfca", "availability", "raam", "reach", "ratio"] as const;
export type Method = (typeof METHODS)[number];

/** Whether a measure is an amount that a target can be set for; can reach and RAAM have people out of reach alone. */
export const hasShortfall = (method: Method): boolean => method !== "reach" && method !== "raam";

/** Whether what a service has plays a part, and not only where it is: what is not known is left out, what is not checked counts half. */
export const countsSupply = (method: Method): boolean => method !== "reach";

/** Whether a decay of choice plays a part in a measure. */
export const takesDecay = (method: Method): boolean =>
  method === "share" || method === "3sfca" || method === "availability";

/** What supply is counted in. Targets are per 100 people for places, per 10,000 for sites. */
export const UNITS = ["places", "sites"] as const;
export type Unit = (typeof UNITS)[number];

/** Id of the indicator that the engine makes itself: the share of a small area's people who are of the target ages. */
export const AGE_INDICATOR = "age";

/** The decay in force: the one that is set, or a Gaussian of half the longest journey. */
export const decayOf = ({ decay, minutes }: Pick<GapSettings, "decay" | "minutes">): Decay =>
  decay ?? { kind: "gaussian", sigma: minutes / 2 };

/** The question that a gap answers. */
export interface GapSettings {
  readonly method: Method;
  readonly mode: TravelMode;
  /** Longest journey in minutes, inclusive. */
  readonly minutes: number;
  readonly unit: Unit;
  /** How the pull of a service falls with the journey; null for a Gaussian of half the longest journey. */
  readonly decay: Decay | null;
  /** Target per 100 people (places) or per 10,000 (sites). */
  readonly target: number;
  /** Youngest age that counts, in whole years. */
  readonly ageFrom: number;
  /** Oldest age that counts, inclusive; 90 means 90 and over. */
  readonly ageTo: number;
  /** Weight of each indicator in the need index; missing ones count 0; not all may be 0. */
  readonly weights: Readonly<Record<string, number>>;
  /** How far need raises the target, 0…1 (0.3 raises it by up to 30%). */
  readonly uplift: number;
}
