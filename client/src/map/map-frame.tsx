import { type ComponentProps, lazy, Suspense } from "react";
import styles from "./map-frame.module.css";
import type MapWithLegendType from "./map-with-legend.tsx";

const MapWithLegend = lazy(() => import("./map-with-legend.tsx"));

interface Props {
  readonly map: ComponentProps<typeof MapWithLegendType> | null;
  /** The figures on it answer an earlier question. */
  readonly stale?: boolean;
  /** Id of what follows the map, to skip to. */
  readonly past: string;
  /** Takes the height of what holds it at every size, rather than its own on a small screen. */
  readonly filling?: boolean;
}

/** The region that holds the map, with a way past it. */
export function MapFrame({ map, stale = false, past, filling = false }: Props) {
  return (
    <section
      className={`${styles.frame} ${filling ? "" : styles.flowing}`}
      aria-label="Map"
      aria-describedby="map-words"
    >
      <a className={styles.skip} href={`#${past}`}>
        Skip the map
      </a>
      <p id="map-words" className="visually-hidden">
        {map?.description ?? "The map is on its way."}
      </p>
      <div className={`${styles.fill} ${stale ? styles.stale : ""}`}>
        {map ? (
          <Suspense fallback={<Waiting />}>
            <MapWithLegend {...map} />
          </Suspense>
        ) : (
          <Waiting />
        )}
      </div>
    </section>
  );
}

function Waiting() {
  return (
    <p className={styles.waiting} role="status">
      Drawing the map…
    </p>
  );
}
