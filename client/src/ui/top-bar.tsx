import type { Place } from "@needs-map/shared/contract/place";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { sessionQuery } from "../api/queries.ts";
import { parseView, viewQuery } from "../view/view.ts";
import styles from "./top-bar.module.css";

/** What a reader keeps on going to another place: all but what is named for, or measured in, the one left. */
const withoutPlace = (now: Record<string, unknown>) =>
  viewQuery({ ...parseView(now), at: null, ward: null, service: null, svc: null, age: null, w: null, target: null });

interface Props {
  readonly place?: Place;
  /** Every place of this deployment; with more than one the bar offers a switch. */
  readonly places?: readonly Place[];
  /** Search, sharing and the like, at the end of the bar. */
  readonly children?: ReactNode;
}

const brandMark = (
  <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden>
    <rect width="26" height="26" rx="6" fill="#f6b872" />
    <MapPin x="4" y="4" width="18" height="18" color="#16211f" strokeWidth={2.4} />
  </svg>
);

export function TopBar({ place, places = [], children }: Props) {
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const onMap = useLocation({ select: ({ pathname }) => pathname.endsWith("/map") });
  return (
    <header className={styles.bar}>
      <a className={styles.skip} href="#main">
        Skip to the figures
      </a>
      <div className={styles.brand}>
        <Link to="/" className={styles.home} aria-label="Needs Map, start">
          {brandMark}
          <span className={place ? styles.name : ""}>Needs Map</span>
        </Link>
        {place && places.length < 2 && <span className={styles.place}>{place.name}</span>}
        {place && places.length > 1 && (
          <select
            className={styles.switcher}
            aria-label="Place"
            value={place.id}
            onChange={(event) =>
              void navigate({
                to: onMap ? "/$place/map" : "/$place/gaps",
                params: { place: event.target.value },
                search: withoutPlace,
              })
            }
          >
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        {place?.sample && <span className={styles.tag}>Sample data</span>}
      </div>
      {place && (
        <nav className={styles.nav} aria-label="Main">
          <Link to="/$place/map" params={{ place: place.id }} search={true}>
            Map
          </Link>
          <Link to="/$place/gaps" params={{ place: place.id }} search={true}>
            Gaps
          </Link>
          <Link to="/$place/services" params={{ place: place.id }} search={true}>
            Services
          </Link>
          <Link to="/$place/wards" params={{ place: place.id }} search={true}>
            Wards
          </Link>
          <Link to="/$place/method" params={{ place: place.id }} search={true}>
            How it works
          </Link>
          <Link to="/$place/data" params={{ place: place.id }} search={true}>
            Data
          </Link>
          <Link to="/sign-in">{session?.person ? session.person.name : "Sign in"}</Link>
        </nav>
      )}
      <div className={styles.tools}>{children}</div>
    </header>
  );
}
