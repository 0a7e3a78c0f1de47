import { Marker } from "@vis.gl/react-maplibre";
import type { Marker as MarkerInstance } from "maplibre-gl";
import styles from "./map-canvas.module.css";

/** Where something that was looked up is, and the ward around it. */
export interface FoundPlace {
  readonly label: string;
  readonly ward: string;
  readonly lon: number;
  readonly lat: number;
}

/** A ring with its name. It is a picture to a screen reader, and lets clicks through to the ward beneath. */
export function FoundMark({ label, lon, lat }: FoundPlace) {
  const asPicture = (marker: MarkerInstance | null) => {
    const element = marker?.getElement();
    element?.setAttribute("role", "img");
    element?.setAttribute("aria-label", label);
  };
  return (
    <Marker ref={asPicture} longitude={lon} latitude={lat} anchor="center" style={{ pointerEvents: "none" }}>
      <span className={styles.found}>
        <span>{label}</span>
      </span>
    </Marker>
  );
}
