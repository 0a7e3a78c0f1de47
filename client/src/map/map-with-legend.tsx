import "../words/i18n.ts";
import type { ComponentProps } from "react";
import { Legend } from "./legend.tsx";
import MapCanvas from "./map-canvas.tsx";
import styles from "./map-frame.module.css";

interface Props extends ComponentProps<typeof MapCanvas> {
  readonly legend: ComponentProps<typeof Legend> | null;
}

/** The map with the meaning of its colours: one chunk that loads after the heading and the list. */
export default function MapWithLegend({ legend, ...map }: Props) {
  return (
    <>
      <MapCanvas {...map} />
      {legend && (
        <div className={styles.legend}>
          <Legend {...legend} />
        </div>
      )}
    </>
  );
}
