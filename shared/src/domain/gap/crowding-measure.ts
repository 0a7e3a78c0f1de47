import { raam, type SortedJourneys } from "../access/raam.ts";
import { travelMinutes } from "../access/travel.ts";
import { greatCircleMetres } from "../geo/earth.ts";
import type { TravelMode } from "./settings.ts";

interface Places {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** The cost of each point, crowding plus journey: lower is better, NaN without a service. */
export type CrowdingMeasure = (mode: TravelMode, tau: number, people: Float64Array) => Float64Array;

/**
 * RAAM on straight-line journeys between all points and all sites; a journey of `tau` minutes weighs as much as average
 * crowding. Keeps the journeys, sorted, until the way of travel changes.
 *
 * @param supply of each site; 0 is left out
 */
export function crowdingMeasure(points: Places, sites: Places, supply: Float64Array): CrowdingMeasure {
  let kept: { mode: TravelMode; journeys: SortedJourneys } | null = null;
  return (mode, tau, people) => {
    if (kept?.mode !== mode) kept = { mode, journeys: journeysBetween(points, sites, mode) };
    return raam(kept.journeys, people, supply, tau).cost;
  };
}

function journeysBetween(points: Places, sites: Places, mode: TravelMode): SortedJourneys {
  const [rows, columns] = [points.lon.length, sites.lon.length];
  const starts = Int32Array.from({ length: rows + 1 }, (_, row) => row * columns);
  const column = new Int32Array(rows * columns);
  const cost = new Float64Array(rows * columns);
  const order = Array.from({ length: columns }, (_, j) => j);
  const minutes = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++)
      minutes[j] = travelMinutes(
        greatCircleMetres(
          points.lon[i] as number,
          points.lat[i] as number,
          sites.lon[j] as number,
          sites.lat[j] as number,
        ),
        mode,
      );
    order.sort((a, b) => (minutes[a] as number) - (minutes[b] as number) || a - b);
    for (let k = 0; k < columns; k++) {
      column[i * columns + k] = order[k] as number;
      cost[i * columns + k] = minutes[order[k] as number] as number;
    }
  }
  return { starts, column, cost };
}
