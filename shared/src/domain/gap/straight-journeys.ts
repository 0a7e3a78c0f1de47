import type { Journeys } from "../access/raam.ts";
import { DETOUR, METRES_A_MINUTE, travelMinutes } from "../access/travel.ts";
import { chord2OfMetres, metresOfChord2 } from "../geo/earth.ts";
import { circleRows, type Grid, turnFrom } from "../geo/grid.ts";
import type { TravelMode } from "./settings.ts";

/** Half the way round the Earth: nothing lies farther. */
const FARTHEST_METRES = 20_100_000;

/** Minutes from each point to the sites, both by position in their grids. */
export function straightJourneys(points: Grid, sites: Grid, mode: TravelMode): Journeys {
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
