import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { useQuery } from "@tanstack/react-query";
import { placesQuery, serviceTypesQuery, wardsQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { LinkFaults } from "../../ui/link-faults.tsx";
import { Notice } from "../../ui/notice.tsx";
import page from "../../ui/page.module.css";
import { ThemeMenu } from "../../ui/theme-menu.tsx";
import { TopBar } from "../../ui/top-bar.tsx";
import { useOnline } from "../../ui/use-media.ts";
import { useTheme } from "../../view/theme.ts";
import { useView } from "../../view/use-view.ts";
import { date } from "../../words/numbers.ts";
import styles from "./explore.module.css";
import { ExploreDesk } from "./explore-desk.tsx";

/** The public's map of a place: its bar, what could not be loaded, and the map with its list. */
export function ExplorePage({ place }: { readonly place: PlaceDetail }) {
  const [view, change] = useView();
  const theme = useTheme(view.theme);
  const online = useOnline();
  const places = useQuery(placesQuery);
  const types = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  const wards = useQuery(wardsQuery(place.id, place.dataVersion));
  const failed = types.error ?? wards.error;
  const again = () => {
    for (const query of [types, wards]) if (query.error) void query.refetch();
  };
  return (
    <div className={styles.shell}>
      <TopBar place={place} places={places.data ?? []}>
        <ThemeMenu
          choice={theme.choice}
          onChoose={(choice) => {
            theme.choose(choice);
            void change({ theme: choice === "system" ? null : choice });
          }}
        />
      </TopBar>
      {!online && (
        <Notice tone="warn">
          You are offline. This is the map of your last visit, from data loaded on {date(place.loadedAt)}.
        </Notice>
      )}
      <LinkFaults />
      {types.data && wards.data ? (
        <ExploreDesk
          key={place.id}
          {...{ place, view, change }}
          theme={theme.shown}
          types={types.data}
          wards={wards.data}
        />
      ) : (
        <main id="main" className={page.page} aria-busy={!failed}>
          <title>{`Map · ${place.name} · Needs Map`}</title>
          <h1>Map of {place.name}</h1>
          {failed ? (
            <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
              The map did not load. {failed.message}
            </Notice>
          ) : (
            <p role="status">Opening the map…</p>
          )}
        </main>
      )}
    </div>
  );
}
