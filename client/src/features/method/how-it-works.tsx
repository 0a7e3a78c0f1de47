import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { useQuery } from "@tanstack/react-query";
import { serviceTypesQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageFrame } from "../../ui/page-frame.tsx";
import { useView } from "../../view/use-view.ts";
import { Explained } from "./explained.tsx";

/** How the figures come about, in plain words, worked through with the ward and settings that the link carries. */
export function HowItWorks({ place }: { readonly place: PlaceDetail }) {
  const [view] = useView();
  const types = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  const type: ServiceTypeListed | undefined = types.data?.find(({ id }) => id === view.svc) ?? types.data?.[0];
  return (
    <PageFrame title="How it works" place={place}>
      <h1>How the gaps are worked out</h1>
      {type && <Explained place={place} type={type} />}
      {types.error && (
        <Notice tone="error" action={<Button onClick={() => void types.refetch()}>Try again</Button>}>
          The settings did not load. {types.error.message}
        </Notice>
      )}
    </PageFrame>
  );
}
