import { raam } from "../access/raam.ts";
import type { Grid } from "../geo/grid.ts";
import type { TravelMode } from "./settings.ts";
import { straightJourneys } from "./straight-journeys.ts";

/** What people put up with when everyone goes where it costs them least. */
export interface Crowding {
  /** The cost of each point, crowding plus journey: lower is better, NaN without a service. */
  readonly cost: Float64Array;
  /** By how much a service in use costs more than the least at most: next to nothing when the equilibrium was found. */
  readonly gap: number;
}

export type CrowdingMeasure = (mode: TravelMode, tau: number, people: Float64Array) => Crowding;

/**
 * RAAM on straight-line journeys between all points and all sites; a journey of `tau` minutes weighs as much as average
 * crowding. Keeps the last answer, since it does not depend on a target.
 *
 * @param supply of each site by position; 0 is left out
 */
export function crowdingMeasure(points: Grid, sites: Grid, supply: Float64Array): CrowdingMeasure {
  let kept: { mode: TravelMode; tau: number; people: Float64Array; crowding: Crowding } | null = null;
  return (mode, tau, people) => {
    if (kept?.mode !== mode || kept.tau !== tau || kept.people !== people) {
      const { cost, gap } = raam(straightJourneys(points, sites, mode), people, supply, tau);
      kept = { mode, tau, people, crowding: { cost, gap } };
    }
    return kept.crowding;
  };
}
