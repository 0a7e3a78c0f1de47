import type { Map as MapInstance, StyleSpecification } from "maplibre-gl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { LayerView } from "../layers/layer-view.ts";
import { mapStyle, overStyle } from "../layers/map-style.ts";
import type { MapContents } from "../layers/sources.ts";

const MOST_TILE_FAULTS = 4;

interface MapStyle {
  readonly style: StyleSpecification;
  /** Told of every error of the map; true when it was about the style beneath, which is then given up. */
  readonly giveUp: (sourceId: string | undefined) => boolean;
}

/**
 * The style to draw: the place's own, laid over the style at `styleUrl` once that has arrived.
 * If that style or its tiles do not come, the plain map stays and `onNotice` is called once.
 */
export function useMapStyle(
  map: MapInstance | null,
  styleUrl: string | null,
  contents: MapContents,
  view: LayerView,
  onNotice: () => void,
): MapStyle {
  const [base, setBase] = useState<StyleSpecification | null>(null);
  const faults = useRef(0);
  const waiting = useRef(false);

  useEffect(() => {
    if (!map || styleUrl === null) return;
    faults.current = 0;
    waiting.current = true;
    map.setStyle(styleUrl, {
      diff: true,
      transformStyle: (previous, next) => {
        if (!waiting.current) return next;
        waiting.current = false;
        setBase(next);
        return previous ?? next;
      },
    });
    return () => {
      waiting.current = false;
      setBase(null);
    };
  }, [map, styleUrl]);

  const giveUp = (sourceId: string | undefined): boolean => {
    const ofBase = sourceId === undefined ? waiting.current : base !== null && sourceId in base.sources;
    if (!ofBase) return false;
    faults.current += waiting.current ? MOST_TILE_FAULTS : 1;
    if (faults.current === MOST_TILE_FAULTS) {
      waiting.current = false;
      setBase(null);
      onNotice();
    }
    return true;
  };

  const style = useMemo(
    () => (base ? overStyle(base, contents, view) : mapStyle(contents, view)),
    [base, contents, view],
  );
  return { style, giveUp };
}
