import { type Journeys, raam } from "../access/raam.ts";
import { DETOUR, METRES_A_MINUTE, travelMinutes } from "../access/travel.ts";
import { chord2OfMetres, metresOfChord2 } from "../geo/earth.ts";
import { circleRows, type Grid, turnFrom } from "../geo/grid.ts";
import type { TravelMode } from "./settings.ts";

/** What people put up with when everyone goes where it costs them least. */
export interface Crowding {
  /** The cost of each point, crowding plus journey: lower is better, NaN without a service. */
  readonly cost: Float64Array;
  /** By how much a service in use costs more than the least at most: next to nothing when the equilibrium was found. */
  readonly gap: number;
}

/** Half the way round the Earth: nothing lies farther. */
const FARTHEST_METRES = 20_100_000;

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

/** Minutes from each point to the sites, both by position in their grids. */
function straightJourneys(points: Grid, sites: Grid, mode: TravelMode): Journeys {
  const shift = turnFrom(sites.centre, points.centre);
  const rows = new Int32Array(4 * sites.rows);
  const column = new Int32Array(sites.count);
  const cost = new Float64Array(sites.count);
  const { x, y, z } = sites;
  return {
    column,
    cost,
    from(row, upTo) {
      const metres = (upTo * METRES_A_MINUTE[mode]) / DETOUR;
      const chord2 = metres < FARTHEST_METRES ? chord2OfMetres(metres) * (1 + 1e-12) : 5;
      const written = circleRows(
        sites,
        (points.lambda[row] as number) + shift,
        points.phi[row] as number,
        chord2,
        rows,
      );
      const [xi, yi, zi] = [points.x[row] as number, points.y[row] as number, points.z[row] as number];
      let found = 0;
      for (let run = 0; run < written; run += 4) {
        const end = rows[run + 3] as number;
        for (let j = rows[run] as number; j < end; j++) {
          const dx = xi - (x[j] as number);
          const dy = yi - (y[j] as number);
          const dz = zi - (z[j] as number);
          const apart = dx * dx + dy * dy + dz * dz;
          if (apart > chord2) continue;
          column[found] = j;
          cost[found] = travelMinutes(metresOfChord2(apart), mode);
          found++;
        }
      }
      return found;
    },
  };
}
