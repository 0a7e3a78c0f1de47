import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { placesQuery, serviceTypesQuery, wardsQuery } from "../../api/queries.ts";
import { canDrawMaps } from "../../map/can-draw-maps.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { ThemeMenu } from "../../ui/theme-menu.tsx";
import { TopBar } from "../../ui/top-bar.tsx";
import { useMedia, useOnline } from "../../ui/use-media.ts";
import { useTheme } from "../../view/theme.ts";
import { useView } from "../../view/use-view.ts";
import { date } from "../../words/numbers.ts";
import styles from "./start.module.css";
import { StartMap } from "./start-map.tsx";

/** Where the public begins: their ward by postcode or by name, services near them, and the map. */
export function StartPage({ place }: { readonly place: PlaceDetail }) {
  const [view, change] = useView();
  const theme = useTheme(view.theme);
  const navigate = useNavigate();
  const online = useOnline();
  const beside = useMedia("screen and (min-width: 64em)");
  const [drawn, setDrawn] = useState(canDrawMaps);
  const places = useQuery(placesQuery);
  const wards = useQuery(wardsQuery(place.id, place.dataVersion));
  const types = useQuery(serviceTypesQuery(place.id, place.dataVersion));
  const failed = wards.error ?? types.error;
  const again = () => {
    for (const query of [wards, types]) if (query.error) void query.refetch();
  };
  const withMap = beside && drawn;
  return (
    <div className={styles.shell}>
      <title>{`What does your area need? · ${place.name} · Needs Map`}</title>
      <TopBar place={place} places={places.data ?? []}>
        <ThemeMenu
          choice={theme.choice}
          onChoose={(choice) => {
            theme.choose(choice);
            void change({ theme: choice === "system" ? null : choice });
          }}
        />
      </TopBar>
      <main id="main" className={styles.start} data-map={withMap}>
        <div className={styles.column}>
          {!online && (
            <Notice tone="warn">
              You are offline. This is what was here at your last visit, from data loaded on {date(place.loadedAt)}.
            </Notice>
          )}
          <h1>What does your area need?</h1>
          <p className={styles.lead}>
            See who lives in each ward of {place.name}, which services are there, and where they fall short.
          </p>
          <section className={styles.find} aria-labelledby="see-your-ward">
            <h2 id="see-your-ward">Your postcode, street or ward</h2>
            <SearchBox
              look="page"
              labelledBy="see-your-ward"
              action="See your ward"
              place={place.id}
              version={place.dataVersion}
              found={null}
              onFound={({ ward }) =>
                void navigate({ to: "/$place/wards/$code", params: { place: place.id, code: ward }, search: true })
              }
              onClear={() => undefined}
            />
            <p className={styles.note}>What you write here is in no link and is not kept.</p>
          </section>
          <p>
            <Link to="/$place/map" params={{ place: place.id }} search={true} className={buttonClass()}>
              Open the map <ArrowRight size={18} aria-hidden />
            </Link>
          </p>
          {failed && (
            <Notice tone="error" action={<Button onClick={again}>Try again</Button>}>
              The wards and services did not load. {failed.message}
            </Notice>
          )}
          {!failed && !(wards.data && types.data) && <p role="status">Opening the wards and services…</p>}
          {wards.data && types.data && (
            <>
              <section aria-labelledby="services-near-you">
                <h2 id="services-near-you">Services near you</h2>
                {types.data.length === 0 && <p>No services are listed in {place.name} yet.</p>}
                <ul className={styles.names}>
                  {types.data.map(({ id, title }) => (
                    <li key={id}>
                      <Link
                        to="/$place/services"
                        params={{ place: place.id }}
                        search={(now: Record<string, unknown>) => ({ ...now, svc: id })}
                      >
                        {title}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
              <section aria-labelledby="every-ward">
                <h2 id="every-ward">Every ward</h2>
                <ul className={styles.names}>
                  {wards.data.map(({ code, name }) => (
                    <li key={code}>
                      <Link to="/$place/wards/$code" params={{ place: place.id, code }} search={true}>
                        {name}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            </>
          )}
          <section className={styles.staff} aria-labelledby="for-commissioners">
            <h2 id="for-commissioners">If you plan or buy services</h2>
            <p>
              <Link to="/$place/gaps" params={{ place: place.id }} search={true}>
                Open the Gaps workspace
              </Link>{" "}
              to ask what falls short, where, for whom, and how sure that is.
            </p>
          </section>
          <p className={styles.note}>{place.attribution}</p>
        </div>
        {withMap && wards.data && (
          <StartMap
            place={place}
            theme={theme.shown}
            onFail={() => setDrawn(false)}
            onWard={(ward) =>
              void navigate({
                to: "/$place/map",
                params: { place: place.id },
                search: (now: Record<string, unknown>) => ({ ...now, ward }),
              })
            }
          />
        )}
      </main>
    </div>
  );
}
