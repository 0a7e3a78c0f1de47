import type { Place } from "@needs-map/shared/contract/place";
import { Map as BaseMap, type MapLayerMouseEvent } from "@vis.gl/react-maplibre";
import type { FeatureCollection, MultiPolygon, Point } from "geojson";
import * as maplibre from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Theme } from "../cartography/palettes.ts";
import type { WardColours } from "../cartography/ward-colours.ts";
import { isCrowded } from "../layers/services.ts";
import type { Camera, View } from "../view/view.ts";
import { around, type Padding } from "./camera.ts";
import { FoundMark, type FoundPlace } from "./found-mark.tsx";
import styles from "./map-canvas.module.css";
import { INTERACTIVE, type Pointed, pointedAt, samePointed, servicesAt, tooltipOf } from "./pointed.ts";
import { useCamera } from "./use-camera.ts";
import { addImages, useCanvasName } from "./use-canvas.ts";
import { useMapStyle } from "./use-map-style.ts";
import { useReveal } from "./use-reveal.ts";
import { useWardColours, useWardOutline } from "./use-ward-state.ts";
import { WardTooltip } from "./ward-tooltip.tsx";
import { ZoomControls } from "./zoom-controls.tsx";

maplibre.setWorkerUrl(workerUrl);

const MOST_ZOOM = 17;

interface Props {
  readonly place: Place;
  readonly theme: Theme;
  /** Properties: code, name, nameWelsh, people, label. */
  readonly wards: FeatureCollection;
  readonly smallAreas: FeatureCollection | null;
  readonly basemap: FeatureCollection;
  /** Properties: id, name, checked. */
  readonly services: FeatureCollection<Point>;
  /** Everywhere within reach as one shape; null or left out for none. */
  readonly reach?: MultiPolygon | null;
  /** Null before the first answer: the plain map is drawn. */
  readonly colours: WardColours | null;
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly on: View["on"];
  /** Null shows the whole place. */
  readonly camera: Camera | null;
  /** A postcode or street that was looked up, to be marked; null or left out for none. */
  readonly found?: FoundPlace | null;
  /** A service that is told about, to be marked too. */
  readonly told?: FoundPlace | null;
  /** What the map shows, as a sentence. */
  readonly description: string;
  /** Address of a style to lay the place over, or null for the plain map. */
  readonly styleUrl?: string | null;
  /** Room to keep clear when the whole place is shown. */
  readonly padding?: Padding;
  /** Further buttons beneath those for zooming. */
  readonly controls?: ReactNode;
  /** Lines of a ward's tooltip, its name first. */
  readonly tooltip: (code: string) => readonly string[];
  readonly serviceTooltip?: (id: string) => readonly string[];
  readonly onHover: (code: string | null) => void;
  readonly onSelect: (code: string | null) => void;
  readonly onCamera: (camera: Camera | null) => void;
  /** Told of the services under a press, or near enough to it for a finger; nearest first. */
  readonly onServices?: (ids: readonly string[]) => void;
  /** The map cannot be drawn at all, with the reason. */
  readonly onFail: (reason: string) => void;
  /** The map is drawn, but something about it deserves a small note. */
  readonly onNotice?: (words: string) => void;
}

/** The map of a place. It draws what it is given and tells what the reader does with it; it loads nothing itself. */
export default function MapCanvas(props: Props) {
  const { place, theme, wards, smallAreas, basemap, services, colours, selected, hovered, on, description } = props;
  const { t, i18n } = useTranslation();
  const [map, setMap] = useState<maplibre.Map | null>(null);
  const [rebuilt, setRebuilt] = useState(0);
  const [drawn, setDrawn] = useState(false);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const words = useId();

  const language = i18n.language?.slice(0, 2) ?? "en";
  const reach = props.reach ?? null;
  const contents = useMemo(
    () => ({ wards, smallAreas, basemap, services, reach, language }),
    [wards, smallAreas, basemap, services, reach, language],
  );
  const filled = colours !== null;
  const crowded = isCrowded(services.features.length, wards.features.length);
  const [showServices, doubt, areas] = [on.has("services"), on.has("doubt"), on.has("areas")];
  const view = useMemo(
    () => ({ theme, filled, overBase: false, services: showServices, crowded, doubt, areas }),
    [theme, filled, showServices, crowded, doubt, areas],
  );
  const { style, giveUp } = useMapStyle(map, props.styleUrl ?? null, contents, view, () =>
    props.onNotice?.(t("map.notice.base")),
  );
  const showWhole = useCamera({
    map,
    bounds: place.bounds,
    camera: props.camera,
    padding: props.padding,
    onCamera: props.onCamera,
  });
  useWardColours(map, colours, rebuilt);
  useWardOutline(map, "selected", selected, rebuilt);
  useWardOutline(map, "hovered", hovered === selected ? null : hovered, rebuilt);

  const fail = useRef(props.onFail);
  fail.current = props.onFail;
  useEffect(() => {
    if (!map) return;
    const restyled = () => setRebuilt((count) => count + 1);
    const lost = () => fail.current(t("map.fail.lost"));
    map.on("style.load", restyled);
    map.on("webglcontextlost", lost);
    return () => {
      map.off("style.load", restyled);
      map.off("webglcontextlost", lost);
    };
  }, [map, t]);

  const name = t("map.canvas", { place: place.name });
  useCanvasName(map, name, `${words} ${keysId}`);
  useReveal({ map, selected, wards, camera: props.camera, found: props.found ?? null, told: props.told ?? null });

  const setState = (state: "busy" | "idle") => {
    if (frame.current) frame.current.dataset.mapState = state;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: anything new to draw makes the map busy until it is idle
  useEffect(() => {
    setState("busy");
    map?.triggerRepaint();
  }, [map, style, colours, selected, hovered]);

  const shown = tooltipOf(props, pointed);
  const [dismissed, setDismissed] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dismissed tooltip may come back when it is asked for anew
  useEffect(() => setDismissed(null), [shown?.id]);

  const move = (event: MapLayerMouseEvent) => {
    const next = pointedAt(event);
    if (samePointed(next, pointed)) return;
    setPointed(next);
    const ward = next?.ward ?? null;
    if (ward !== hovered) props.onHover(ward);
  };
  const leave = () => {
    setPointed(null);
    if (hovered !== null) props.onHover(null);
  };
  const click = (event: MapLayerMouseEvent) => {
    const touched = props.onServices ? servicesAt(event) : [];
    if (touched.length > 0) return props.onServices?.(touched);
    const ward = pointedAt(event)?.ward;
    if (ward) props.onSelect(ward);
  };
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    if (shown && shown.id !== dismissed) setDismissed(shown.id);
    else if (event.target instanceof HTMLElement) event.target.blur();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape bubbles up from the canvas, which has the role
    <div
      ref={frame}
      className={styles.frame}
      data-map-state="busy"
      data-base={props.styleUrl ? "" : undefined}
      onKeyDown={leaveOnEscape}
    >
      <BaseMap
        mapLib={maplibre}
        mapStyle={style}
        initialViewState={
          props.camera
            ? { longitude: props.camera.lon, latitude: props.camera.lat, zoom: props.camera.zoom }
            : { bounds: place.bounds }
        }
        maxZoom={MOST_ZOOM}
        maxBounds={around(place.bounds)}
        maxPitch={0}
        dragRotate={false}
        pitchWithRotate={false}
        touchPitch={false}
        renderWorldCopies={false}
        attributionControl={props.styleUrl ? { compact: true } : false}
        interactiveLayerIds={INTERACTIVE}
        cursor={pointed ? "pointer" : "grab"}
        locale={{ "Map.Title": name }}
        onStyleData={(event) => {
          addImages(event.target);
          setMap(event.target);
        }}
        onMouseMove={move}
        onMouseOut={leave}
        onClick={click}
        onMoveStart={() => setState("busy")}
        onIdle={() => {
          setState("idle");
          setDrawn(true);
        }}
        onError={({ error, ...event }) => {
          const source = "sourceId" in event ? String(event.sourceId) : undefined;
          if (event.target === null) fail.current(t("map.fail.webgl"));
          else if (!giveUp(source)) reportError(error);
        }}
      >
        {props.found && <FoundMark {...props.found} />}
        {props.told && <FoundMark {...props.told} />}
      </BaseMap>
      {!drawn && (
        <p className={styles.drawing} role="status">
          {t("map.drawing")}
        </p>
      )}
      {map && shown && shown.id !== dismissed && (
        <WardTooltip key={shown.id} map={map} at={shown.at} lines={shown.lines} />
      )}
      <div className={styles.controls}>
        <ZoomControls onIn={() => map?.zoomIn()} onOut={() => map?.zoomOut()} onFit={showWhole} />
        {props.controls}
      </div>
      <p id={words} hidden>
        {description}
      </p>
      <p id={keysId} className={styles.keys}>
        {t("map.keys")}
      </p>
      <p className={styles.attribution}>{place.attribution}</p>
    </div>
  );
}
