import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Ward, WardDetail } from "@needs-map/shared/contract/ward";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiError } from "../../api/client.ts";
import { indicatorsQuery, serviceTypesQuery, wardQuery, wardsQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageFrame } from "../../ui/page-frame.tsx";
import { ProfileBody } from "./profile-body.tsx";

interface Props {
  readonly place: PlaceDetail;
  readonly code: string;
}

/** All that a profile is drawn from. */
export interface ProfileParts {
  readonly place: PlaceDetail;
  readonly ward: WardDetail;
  readonly wards: readonly Ward[];
  readonly indicators: readonly Indicator[];
  readonly types: readonly ServiceTypeListed[];
}

/** One ward: its people, gaps and figures, the wards like it, and the small areas under it. */
export function WardProfile({ place, code }: Props) {
  const ward = useQuery(wardQuery(place.id, place.dataVersion, code));
  const wards = useQuery(wardsQuery(place.id, place.dataVersion));
  const indicators = useQuery(indicatorsQuery(place.id, place.dataVersion));
  const types = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  const unknown = ward.error instanceof ApiError && ward.error.status === 404;
  const others = [wards, indicators, types];
  const failed = (unknown ? null : ward.error) ?? others.find(({ error }) => error)?.error;
  const again = () => {
    for (const query of [ward, ...others]) if (query.error) void query.refetch();
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
      {!unknown && !failed && !(ward.data && wards.data && indicators.data && types.data) && (
        <p role="status">Opening the ward…</p>
      )}
      {ward.data && wards.data && indicators.data && types.data && (
        <ProfileBody
          place={place}
          ward={ward.data}
          wards={wards.data}
          indicators={indicators.data}
          types={types.data}
        />
      )}
    </PageFrame>
  );
}
