import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { SearchResult } from "@needs-map/shared/contract/search";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Ward } from "@needs-map/shared/contract/ward";
import type { UseQueryResult } from "@tanstack/react-query";
import type { FeatureCollection } from "geojson";
import { useRef } from "react";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { ViewChange } from "../../view/use-view.ts";
import type { View } from "../../view/view.ts";
import { figure, list } from "../../words/numbers.ts";
import { AreaRows } from "./area-rows.tsx";
import { Card } from "./card.tsx";
import { unknownKinds } from "./chosen-kinds.ts";
import styles from "./explore.module.css";
import { FilterChips } from "./filter-chips.tsx";
import type { ListedService } from "./listed-services.ts";
import { ServiceCard } from "./service-card.tsx";
import { ServiceRows } from "./service-rows.tsx";
import type { ReachShares } from "./use-reach-shares.ts";
import { WardCard } from "./ward-card.tsx";
import { WardRows } from "./ward-rows.tsx";

interface Props {
  readonly place: PlaceDetail;
  readonly view: View;
  readonly change: ViewChange;
  readonly types: readonly ServiceTypeListed[];
  readonly kinds: readonly ServiceTypeListed[];
  readonly wards: readonly Ward[];
  readonly listed: readonly ListedService[];
  readonly ward: Ward | null;
  readonly told: ListedService | null;
  readonly shares: ReachShares;
  readonly sentence: string;
  /** Services that lie so close together that a press touched them all. */
  readonly close: readonly string[];
  readonly reaching: boolean;
  readonly found: SearchResult | null;
  readonly waiting: boolean;
  readonly error: Error | null;
  readonly onAgain: () => void;
  readonly areas: UseQueryResult<FeatureCollection>;
  readonly onHover: (code: string | null) => void;
  readonly onWard: (code: string | null) => void;
  readonly onService: (id: string | null) => void;
  readonly onClose: () => void;
}

/** Everything that is on the map, as lists; above them what was chosen and what can be shown. */
export function ExploreList(props: Props) {
  const { place, view, change, types, kinds, wards, listed, ward, told, shares, found } = props;
  const top = useRef<HTMLDivElement>(null);
  const back = (attribute: "data-ward" | "data-service", id: string, then: () => void) => () => {
    then();
    const row = top.current?.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(id)}"]`);
    (row ?? top.current?.querySelector<HTMLElement>('[role="tab"]'))?.focus();
  };
  const many = listed.filter(({ service }) => props.close.includes(service.id));
  const strange = unknownKinds(types, view);
  const missingWard = view.ward !== null && !ward;
  const missingService = view.service !== null && !told && !props.waiting && !props.error;
  const empty = kinds.filter((kind) => !listed.some((one) => one.kind === kind));
  const loaded = !props.waiting && !props.error;
  return (
    <div ref={top}>
      <p className={styles.sentence}>{props.sentence}</p>
      {strange.length > 0 && (
        <Notice tone="warn">
          {place.name} has no service called “{strange.join("”, “")}”. The link may be old or mistyped.
        </Notice>
      )}
      {missingWard && (
        <Notice tone="warn" action={<Button onClick={() => props.onWard(null)}>Show all wards</Button>}>
          {place.name} has no ward with the code {view.ward}. The link may be old or mistyped.
        </Notice>
      )}
      {missingService && (
        <Notice tone="warn" action={<Button onClick={() => props.onService(null)}>Close</Button>}>
          The service of this link is not among those shown. It may have closed, or be of another kind.
        </Notice>
      )}
      {told && (
        <ServiceCard
          listed={told}
          ward={wards.find(({ code }) => code === told.service.ward)?.name ?? null}
          from={found?.label ?? null}
          mode={view.go}
          onClose={back("data-service", told.service.id, () => props.onService(null))}
        />
      )}
      {ward && !told && (
        <WardCard
          place={place}
          ward={ward}
          standing={
            loaded
              ? kinds.map((kind) => ({
                  kind,
                  count: listed.filter((one) => one.kind === kind && one.service.ward === ward.code).length,
                }))
              : []
          }
          shares={shares}
          onClose={back("data-ward", ward.code, () => props.onWard(null))}
        />
      )}
      {many.length > 1 && !told && (
        <Card name={`${figure(many.length)} services close together`} onClose={props.onClose}>
          <ServiceRows services={many} selected={null} onSelect={props.onService} />
        </Card>
      )}
      <FilterChips {...{ types, view, change }} chosen={kinds} looked={found !== null} />
      {types.length === 0 && (
        <Notice>No services are listed in {place.name} yet. The wards are here all the same.</Notice>
      )}
      <Tabs
        label="Lists"
        tabs={[
          {
            id: "services",
            label: `Services ${loaded ? figure(listed.length) : ""}`,
            panel: (
              <>
                {props.error && (
                  <Notice tone="error" action={<Button onClick={props.onAgain}>Try again</Button>}>
                    The services did not load. {props.error.message}
                  </Notice>
                )}
                {props.waiting && (
                  <p role="status" className={styles.word}>
                    Opening the services…
                  </p>
                )}
                {kinds.length === 0 && types.length > 0 && (
                  <p className={styles.word}>No kind of service is chosen. Choose one above to see where it is.</p>
                )}
                {loaded && empty.length > 0 && (
                  <p className={styles.word}>
                    No {list(empty.map((kind) => kind.many))} are listed in {place.name}.
                  </p>
                )}
                {found && listed.length > 0 && <p className={styles.word}>Nearest to {found.label} first.</p>}
                <ServiceRows services={listed} selected={view.service} onSelect={props.onService} />
                {kinds.map((kind) => (
                  <p key={kind.id} className={styles.source}>
                    {kind.title}: {kind.source}, {kind.vintage}.
                  </p>
                ))}
              </>
            ),
          },
          {
            id: "wards",
            label: `Wards ${figure(wards.length)}`,
            panel: (
              <WardRows
                {...{ wards, shares }}
                selected={ward?.code ?? null}
                reach={props.reaching}
                onHover={props.onHover}
                onSelect={props.onWard}
              />
            ),
          },
          ...(view.on.has("areas")
            ? [
                {
                  id: "areas",
                  label: `Small areas ${figure(place.smallAreas)}`,
                  panel: (
                    <AreaRows
                      areas={props.areas.data}
                      wards={wards}
                      error={props.areas.error}
                      onAgain={() => void props.areas.refetch()}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
