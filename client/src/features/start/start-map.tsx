import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { FeatureCollection, Point } from "geojson";
import { useState } from "react";
import { mapStyleUrl } from "../../api/page-settings.ts";
import { useMapShapes } from "../../api/use-map-shapes.ts";
import type { Theme } from "../../cartography/palettes.ts";
import { MapFailed } from "../../map/map-failed.tsx";
import { MapFrame } from "../../map/map-frame.tsx";
import type { Camera, View } from "../../view/view.ts";
import styles from "./start.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly theme: Theme;
  readonly onFail: () => void;
  /** A ward was pressed. */
  readonly onWard: (code: string) => void;
}

const NO_SERVICES: FeatureCollection<Point> = { type: "FeatureCollection", features: [] };
const NO_LAYERS: View["on"] = new Set();
const PADDING = { top: 24, right: 64, bottom: 34, left: 24 };
const styleUrl = mapStyleUrl();

/** The wards as a map beside the start page; a ward leads on to the explore map. */
export function StartMap({ place, theme, onFail, onWard }: Props) {
  const [hovered, setHovered] = useState<string | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const shapes = useMapShapes(place.id, place.dataVersion);
  const nameOf = (code: string) =>
    String(shapes.drawn?.wards.features.find(({ properties }) => properties?.code === code)?.properties?.name ?? code);
  return (
    <div className={styles.map}>
      <MapFailed shapes={shapes} />
      <MapFrame
        filling
        past="every-ward"
        map={
          shapes.drawn
            ? {
                place,
                theme,
                ...shapes.drawn,
                smallAreas: null,
                services: NO_SERVICES,
                colours: null,
                selected: null,
                hovered,
                on: NO_LAYERS,
                camera,
                description: `The map shows the wards of ${place.name}. They are listed on this page.`,
                styleUrl,
                padding: PADDING,
                tooltip: (code) => [nameOf(code), "Press to see it on the map"],
                onHover: setHovered,
                onSelect: (code) => code !== null && onWard(code),
                onCamera: setCamera,
                onFail,
                legend: null,
              }
            : null
        }
      />
    </div>
  );
}
