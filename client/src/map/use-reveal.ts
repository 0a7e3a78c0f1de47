import type { FeatureCollection } from "geojson";
import type { Map as MapInstance } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { labelPoint } from "../layers/sources.ts";
import type { Camera } from "../view/view.ts";
import { sameCamera } from "./camera.ts";

const MARGIN = 48;

/**
 * Brings a newly selected ward into view when its name lies outside the map or at its very edge; not when the camera was
 * sent somewhere at the same time, as a search does.
 */
export function useReveal(
  map: MapInstance | null,
  selected: string | null,
  wards: FeatureCollection,
  camera: Camera | null,
): void {
  const seen = useRef(selected);
  const seenCamera = useRef(camera);
  useEffect(() => {
    const sent = camera !== null && !sameCamera(camera, seenCamera.current);
    seenCamera.current = camera;
    if (!map || selected === seen.current) return;
    seen.current = selected;
    if (sent) return;
    const ward = wards.features.find((feature) => feature.properties?.code === selected);
    const point = ward ? labelPoint(ward) : null;
    if (!point) return;
    const { x, y } = map.project(point);
    const { clientWidth, clientHeight } = map.getContainer();
    const inside = x > MARGIN && x < clientWidth - MARGIN && y > MARGIN && y < clientHeight - MARGIN;
    if (!inside) map.easeTo({ center: point, duration: 600 });
  }, [map, selected, wards, camera]);
}
