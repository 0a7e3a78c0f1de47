import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { FigureOrigin } from "../../ui/figure-source.tsx";
import { peopleInput, peopleSources, sourcesById } from "../../words/origins.ts";
import { COMPARE_NOTES } from "./trend-lines.ts";

/** What the dates of some figures, and the worst fifth at each, rest on. */
export function trendOrigin(place: PlaceDetail, indicators: readonly Indicator[]): FigureOrigin {
  const dates = indicators.flatMap(({ title, trend }) =>
    (trend?.periods ?? []).map(({ year, unit, carriedFrom, sourceId }) => {
      const carried =
        carriedFrom === null ? "" : `, on the small areas of ${carriedFrom}, carried over by where people live`;
      return { told: `${title} ${year}: ${unit}${carried}`, sourceId };
    }),
  );
  const ways = new Set(indicators.flatMap(({ trend }) => (trend ? COMPARE_NOTES[trend.compare] : [])));
  return {
    formula:
      "At each date, the mean of the small areas by the people of today. The worst fifth are the wards whose rank, less a half, ÷ number of wards is at least 0.8, the ward with the most need ranking last; wards with one figure share a rank.",
    inputs: [...dates.map(({ told }) => told), peopleInput(place), ...ways],
    sources: [
      ...sourcesById(
        place,
        dates.map(({ sourceId }) => sourceId),
      ),
      ...peopleSources(place),
    ],
    part: "trend",
  };
}
