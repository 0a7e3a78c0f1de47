import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { WardDetail } from "@needs-map/shared/contract/ward";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError } from "../../api/client.ts";
import { indicatorsQuery, wardQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { PageFrame } from "../../ui/page-frame.tsx";
import { dated, figure } from "../../words/numbers.ts";
import { SmallAreasTable } from "./small-areas-table.tsx";
import { WardFiguresTable } from "./ward-figures-table.tsx";

interface Props {
  readonly place: PlaceDetail;
  readonly code: string;
}

/** One ward: its people, every indicator with source, date and range, and the small areas under it. */
export function WardProfile({ place, code }: Props) {
  const ward = useQuery(wardQuery(place.id, place.dataVersion, code));
  const indicators = useQuery(indicatorsQuery(place.id, place.dataVersion));
  const unknown = ward.error instanceof ApiError && ward.error.status === 404;
  const failed = unknown ? indicators.error : (ward.error ?? indicators.error);
  const again = () => {
    for (const query of [ward, indicators]) if (query.error) void query.refetch();
  };
  return (
    <PageFrame title={ward.data?.name ?? "Ward"} place={place} wide>
      {unknown && (
        <>
          <h1>
            {place.name} has no ward with the code {code}
          </h1>
          <p>
            The link may be old or mistyped.{" "}
            <Link to="/$place/wards" params={{ place: place.id }} search={true}>
              See every ward
            </Link>
          </p>
        </>
      )}
      {failed && (
        <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
          The ward did not load. {failed.message}
        </Notice>
      )}
      {!unknown && !failed && !(ward.data && indicators.data) && <p role="status">Opening the ward…</p>}
      {ward.data && indicators.data && <Profile place={place} ward={ward.data} indicators={indicators.data} />}
    </PageFrame>
  );
}

interface ProfileProps {
  readonly place: PlaceDetail;
  readonly ward: WardDetail;
  readonly indicators: readonly Indicator[];
}

function Profile({ place, ward, indicators }: ProfileProps) {
  return (
    <>
      <nav className={page.trail} aria-label="You are here">
        <Link to="/$place/wards" params={{ place: place.id }} search={true}>
          Wards of {place.name}
        </Link>
      </nav>
      <h1>{ward.name}</h1>
      {ward.nameWelsh && (
        <p lang="cy" className={page.muted}>
          {ward.nameWelsh}
        </p>
      )}
      <p>
        {figure(ward.people)} people ({dated(place.peopleDate)}) in {figure(ward.smallAreas)} small areas on{" "}
        {figure(ward.areaHectares)} hectares: {figure(ward.people / ward.areaHectares, 1)} people a hectare.{" "}
        <Link
          to="/$place/gaps"
          params={{ place: place.id }}
          search={(now: Record<string, unknown>) => ({ ...now, ward: ward.code })}
        >
          See its gaps on the map
        </Link>
      </p>
      <h2>What is known of {ward.name}</h2>
      <p>
        A ward's figure is the mean of its small areas, each counted by its people. The range runs from its lowest to
        its highest small area: a mean can hide a street that is much better or worse off.
      </p>
      <WardFiguresTable place={place} ward={ward} indicators={indicators} />
      <h2>The small areas under it</h2>
      <SmallAreasTable ward={ward} indicators={indicators} />
    </>
  );
}
