import type { Trend } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { FigureOrigin } from "../../ui/figure-source.tsx";
import { peopleInput, peopleSources, sourcesById } from "../../words/origins.ts";
import { COMPARE_NOTES } from "./trend-lines.ts";

/** What the dates of a figure, and the worst fifth at each, rest on. */
export function trendOrigin(place: PlaceDetail, title: string, trend: Trend | null): FigureOrigin {
  const periods = trend?.periods ?? [];
  return {
    formula:
      "At each date, the mean of the small areas by the people of today. The worst fifth are the wards whose rank, less a half, ÷ number of wards is at least 0.8, the ward with the most need ranking last; wards with one figure share a rank.",
    inputs: [
      ...periods.map(
        ({ year, unit, carriedFrom }) =>
          `${title} ${year}: ${unit}${carriedFrom === null ? "" : `, on the small areas of ${carriedFrom}, carried over by where people live`}`,
      ),
      peopleInput(place),
      COMPARE_NOTES[trend?.compare ?? "values"],
    ],
    sources: [
      ...sourcesById(
        place,
        periods.map(({ sourceId }) => sourceId),
      ),
      ...peopleSources(place),
    ],
    anchor: "trend",
  };
}
