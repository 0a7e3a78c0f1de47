import { peopleInReach, sumsInReach, supplyPerPerson } from "../access/catchment-access.ts";
import { metresWithin } from "../access/travel.ts";
import { type Catchments, catchmentsWithin } from "../geo/catchments.ts";
import type { Grid } from "../geo/grid.ts";
import { atEachLevel, type Levels, TIME_FACTORS } from "./range.ts";
import type { TravelMode } from "./settings.ts";

/** Access of each point at each level of people, under each of `TIME_FACTORS`. */
export type Measure = (mode: TravelMode, minutes: number, people: Levels) => readonly Levels[];

/**
 * 2SFCA: everyone within the longest journey counts the same. Keeps the catchments until the journey changes.
 *
 * @param supply of each site by position; what is missing must be 0
 */
export function catchmentMeasure(points: Grid, sites: Grid, supply: Float64Array): Measure {
  let kept: { key: string; catchments: Catchments[] } | null = null;

  return (mode, minutes, people) => {
    const key = `${mode} ${minutes}`;
    if (kept?.key !== key) {
      const used = kept?.catchments;
      const within = TIME_FACTORS.map((factor, k) =>
        catchmentsWithin(points, sites, metresWithin(minutes, mode, factor), used?.[k]),
      );
      kept = { key, catchments: within };
    }
    return kept.catchments.map((catchments) =>
      atEachLevel(people, (here) =>
        sumsInReach(catchments, supplyPerPerson(supply, peopleInReach(catchments, here, sites.count))),
      ),
    );
  };
}
