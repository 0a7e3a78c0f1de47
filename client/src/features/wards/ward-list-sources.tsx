import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { FigureSource } from "../../ui/figure-source.tsx";
import { list } from "../../words/numbers.ts";
import { trendOrigin } from "./trend-origin.ts";
import { indicatorFact, peopleFacts } from "./ward-facts.ts";
import styles from "./wards.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly wards: readonly Ward[];
  readonly indicators: readonly Indicator[];
  readonly shown: Indicator | undefined;
}

/** What the columns of the list of wards rest on, one line each. */
export function WardListSources({ place, wards, indicators, shown }: Props) {
  const [density] = peopleFacts(wards, place);
  const dated = indicators.filter(({ trend }) => trend !== null);
  const fact = shown && indicatorFact(shown, wards, place);
  return (
    <ul className={styles.sources}>
      {density && (
        <li>
          <span>People, small areas and hectares.</span>
          <FigureSource
            place={place.id}
            of="People, small areas and hectares"
            origin={{
              ...density.origin,
              formula: "People at the postcodes of the ward; small areas with people there; area inside its border.",
            }}
          />
        </li>
      )}
      {fact && (
        <li>
          <span>
            {fact.title}: {fact.unit}. {fact.source}, {fact.vintage}.
          </span>
          <FigureSource place={place.id} of={fact.title} origin={fact.origin} />
        </li>
      )}
      {dated.length > 0 && (
        <li>
          <span>
            In the worst fifth: periods in a row up to the latest, by {list(dated.map(({ title }) => title))}. A period
            without a figure ends the count.
          </span>
          <FigureSource place={place.id} of="In the worst fifth" origin={trendOrigin(place, dated)} />
        </li>
      )}
    </ul>
  );
}
