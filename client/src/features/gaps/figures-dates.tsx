import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { Link } from "@tanstack/react-router";
import { dated } from "../../words/numbers.ts";

interface Props {
  readonly place: PlaceDetail;
  readonly type: ServiceTypeListed;
}

/** Of when the people and the services are, with the way to what the place lacks. */
export function FiguresDates({ place, type }: Props) {
  return (
    <>
      People: {dated(place.peopleDate)}. {type.title}: {dated(type.vintage)}.{" "}
      {place.missing.length > 0 && (
        <Link to="/$place/data" params={{ place: place.id }} search={true}>
          What is missing here
        </Link>
      )}
    </>
  );
}
