import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { SearchResult } from "@needs-map/shared/contract/search";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { AGE_INDICATOR } from "@needs-map/shared/domain/gap/settings";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { question, questionQuery } from "../../analysis/question.ts";
import { apiPath } from "../../api/client.ts";
import { indicatorsQuery, placesQuery, serviceTypesQuery, wardsQuery } from "../../api/queries.ts";
import { cameraOn } from "../../map/found-zoom.ts";
import { Button } from "../../ui/button.tsx";
import { LinkFaults } from "../../ui/link-faults.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { SearchBox } from "../../ui/search-box.tsx";
import { ThemeMenu } from "../../ui/theme-menu.tsx";
import { TopBar } from "../../ui/top-bar.tsx";
import { useOnline } from "../../ui/use-media.ts";
import { knownWeights } from "../../view/link-faults.ts";
import { useTheme } from "../../view/theme.ts";
import { useView } from "../../view/use-view.ts";
import { date } from "../../words/numbers.ts";
import { ExportMenu } from "./export-menu.tsx";
import { GapsDesk } from "./gaps-desk.tsx";
import { ShareMenu } from "./share-menu.tsx";
import styles from "./workspace.module.css";

/** The Gaps workspace of a place: its bar, what could not be loaded, and the desk itself. */
export function Workspace({ place }: { readonly place: PlaceDetail }) {
  const [written, change] = useView();
  const theme = useTheme(written.theme);
  const [found, setFound] = useState<SearchResult | null>(null);
  const forget = useCallback(() => setFound(null), []);
  const online = useOnline();
  const version = place.dataVersion;
  const places = useQuery(placesQuery);
  const types = useQuery(serviceTypesQuery(place.id, version));
  const wards = useQuery(wardsQuery(place.id, version));
  const indicators = useQuery(indicatorsQuery(place.id, version));

  const weighed = useMemo(() => {
    const ids = indicators.data?.filter(({ of }) => of === "small-areas").map(({ id }) => id);
    return ids ? knownWeights(written.w, new Set([...ids, AGE_INDICATOR])) : { weights: written.w, unknown: [] };
  }, [written.w, indicators.data]);
  const view = useMemo(() => ({ ...written, w: weighed.weights }), [written, weighed.weights]);

  const type = pickType(types.data, view.svc);
  const asked = type ? question(view, type, place) : null;
  const files = (kind: string) => `${apiPath("places", place.id, `gaps.${kind}`)}${asked ? questionQuery(asked) : ""}`;
  const failed = types.error ?? wards.error ?? indicators.error;
  const again = () => {
    for (const query of [types, wards, indicators]) if (query.error) void query.refetch();
  };
  return (
    <div className={styles.shell}>
      <TopBar place={place} places={places.data ?? []}>
        <SearchBox
          place={place.id}
          version={version}
          found={found}
          onFound={(result) => {
            setFound(result.kind === "ward" ? null : result);
            void change({ ward: result.ward, at: cameraOn(result) }, "push");
          }}
          onClear={forget}
        />
        {asked && <ShareMenu place={place.id} view={view} />}
        {asked && <ExportMenu csv={files("csv")} geojson={files("geojson")} />}
        <ThemeMenu
          choice={theme.choice}
          onChoose={(choice) => {
            theme.choose(choice);
            void change({ theme: choice === "system" ? null : choice });
          }}
        />
      </TopBar>
      {!online && (
        <div className={styles.banner}>
          <Notice tone="warn">
            You are offline. These are the figures of your last visit, from data loaded on {date(place.loadedAt)}.
          </Notice>
        </div>
      )}
      <LinkFaults className={styles.banner} />
      {weighed.unknown.length > 0 && (
        <div className={styles.banner}>
          <Notice tone="warn" action={<Button onClick={() => void change({ w: weighed.weights })}>Leave out</Button>}>
            The link weighs “{weighed.unknown.join("”, “")}”, which {place.name} does not have. The figures leave it
            out.
          </Notice>
        </div>
      )}
      {type && wards.data && indicators.data ? (
        <GapsDesk
          key={place.id}
          {...{ place, view, change, type, found }}
          onForget={forget}
          types={types.data ?? []}
          wards={wards.data}
          indicators={indicators.data}
          theme={theme.shown}
          csv={files("csv")}
        />
      ) : (
        <main id="main" className={page.page} aria-busy={!failed && !types.data}>
          <title>{`Gaps · ${place.name} · Needs Map`}</title>
          {failed && (
            <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
              The figures did not load. {failed.message}
            </Notice>
          )}
          {!failed && types.data && !type && <NoSuchService types={types.data} asked={view.svc} change={change} />}
          {!failed && !(types.data && !type) && <p role="status">Opening {place.name}…</p>}
        </main>
      )}
    </div>
  );
}

function pickType(types: readonly ServiceTypeListed[] | undefined, asked: string | null): ServiceTypeListed | null {
  return (asked === null ? types?.[0] : types?.find(({ id }) => id === asked)) ?? null;
}

interface NoSuchServiceProps {
  readonly types: readonly ServiceTypeListed[];
  readonly asked: string | null;
  readonly change: ReturnType<typeof useView>[1];
}

function NoSuchService({ types, asked, change }: NoSuchServiceProps) {
  if (types.length === 0) {
    return (
      <>
        <h1>No kind of service is loaded yet</h1>
        <p>Gaps can be shown once a list of services has been loaded for this place.</p>
      </>
    );
  }
  return (
    <>
      <h1>This place has no service called “{asked}”</h1>
      <p>The link may be old or mistyped. Choose one that is here:</p>
      <ul>
        {types.map(({ id, title }) => (
          <li key={id}>
            <Button look="link" onClick={() => void change({ svc: id, age: null, min: null, target: null }, "push")}>
              {title}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
