import type { Bounds } from "@needs-map/shared/contract/place";
import type { Map as MapInstance } from "maplibre-gl";
import { useCallback, useEffect, useRef } from "react";
import type { Camera } from "../view/view.ts";
import { cameraOf, type Padding, paddingFor, sameCamera } from "./camera.ts";

const MOVE_MILLISECONDS = 600;
/** Marks movements that the page asked for, which are not told back to it. */
const QUIET = { quiet: true };

interface Options {
  readonly map: MapInstance | null;
  readonly bounds: Bounds;
  readonly camera: Camera | null;
  readonly padding: Padding | undefined;
  readonly onCamera: (camera: Camera | null) => void;
}

/**
 * Keeps the map and the address together: the camera of the address moves the map, and what the reader does with the
 * map is told back. Without a camera the whole place is shown, also after the map changes its size.
 *
 * @returns shows the whole place again
 */
export function useCamera({ map, bounds, camera, padding, onCamera }: Options): () => void {
  const asked = useRef<Camera | null>(camera);
  const seen = useRef<Camera | null>(null);
  const tell = useRef(onCamera);
  tell.current = onCamera;

  const showWhole = useCallback(
    (duration: number) => {
      if (!map) return;
      const { clientWidth, clientHeight } = map.getContainer();
      map.fitBounds(bounds, { padding: padding ?? paddingFor(clientWidth, clientHeight), duration }, QUIET);
    },
    [map, bounds, padding],
  );

  useEffect(() => {
    if (!map) return;
    const moved = (event: object) => {
      const now = cameraOf(map);
      const unchanged = sameCamera(now, seen.current);
      seen.current = now;
      if (unchanged || "quiet" in event) return;
      asked.current = now;
      tell.current(now);
    };
    map.on("moveend", moved);
    return () => void map.off("moveend", moved);
  }, [map]);

  useEffect(() => {
    if (!map) return;
    const resized = () => asked.current === null && showWhole(0);
    resized();
    map.on("resize", resized);
    return () => void map.off("resize", resized);
  }, [map, showWhole]);

  useEffect(() => {
    if (!map || sameCamera(camera, asked.current)) return;
    asked.current = camera;
    if (camera === null) showWhole(MOVE_MILLISECONDS);
    else map.flyTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration: MOVE_MILLISECONDS }, QUIET);
  }, [map, camera, showWhole]);

  return useCallback(() => {
    asked.current = null;
    showWhole(MOVE_MILLISECONDS);
    tell.current(null);
  }, [showWhole]);
}
