import type { Gaps } from "@needs-map/shared/contract/gaps";
import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import type { FigureOrigin } from "../../ui/figure-source.tsx";
import { dated, figure, perPeopleWords } from "../../words/numbers.ts";
import { peopleInput, peopleSources, serviceSources, sourcesById } from "../../words/origins.ts";

/** What a ward's gap in one kind of service rests on. */
export function gapOrigin(
  type: ServiceTypeListed,
  settings: Gaps["settings"],
  place: PlaceDetail,
  indicators: readonly Indicator[],
): FigureOrigin {
  const need = indicators.filter(({ id }) => (place.needWeights[id] ?? 0) > 0);
  return {
    formula:
      "Short = sum over the postcodes of the ward of (target for their people − what they can use), never below 0. Target met = the part of the target that they can use ÷ the target.",
    inputs: [
      peopleInput(place),
      `${type.title}, ${dated(type.vintage)}`,
      `A target of ${figure(type.target, 1)} ${type.unit} per ${perPeopleWords(type.unit)} people, raised where need is higher`,
      ...need.map(({ title, vintage }) => `Need: ${title}, ${dated(vintage)}`),
      `${travelWords(settings.go)}, up to ${figure(settings.min)} minutes`,
    ],
    sources: [
      ...serviceSources(place, type),
      ...peopleSources(place),
      ...sourcesById(
        place,
        need.map(({ sourceId }) => sourceId),
      ),
    ],
    part: "short",
  };
}
