import type { FeatureCollection } from "geojson";
import type { Map as MapInstance } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { labelPoint } from "../layers/sources.ts";
import type { Camera } from "../view/view.ts";
import { sameCamera } from "./camera.ts";
import type { FoundPlace } from "./found-mark.tsx";

const MARGIN = 48;

interface Options {
  readonly map: MapInstance | null;
  readonly selected: string | null;
  readonly wards: FeatureCollection;
  readonly camera: Camera | null;
  readonly found: FoundPlace | null;
  readonly told: FoundPlace | null;
}

/**
 * Brings a newly selected ward, or a service that is newly told about, into view when its name, or the place in it that
 * was looked up, lies outside the map or at its very edge; not when the camera was sent somewhere at the same time, as a search and the Back button do.
 */
export function useReveal({ map, selected, wards, camera, found, told }: Options): void {
  const seen = useRef(selected);
  const seenCamera = useRef(camera);
  useEffect(() => {
    const sent = !sameCamera(camera, seenCamera.current);
    seenCamera.current = camera;
    if (!map || selected === seen.current) return;
    seen.current = selected;
    if (sent) return;
    const ward = wards.features.find((feature) => feature.properties?.code === selected);
    const looked: [number, number] | null = found && found.ward === selected ? [found.lon, found.lat] : null;
    const point = looked ?? (ward ? labelPoint(ward) : null);
    if (!point) return;
    bringIn(map, point);
  }, [map, selected, wards, camera, found]);
  const [lon, lat] = [told?.lon, told?.lat];
  useEffect(() => {
    if (map && lon !== undefined && lat !== undefined) bringIn(map, [lon, lat]);
  }, [map, lon, lat]);
}

function bringIn(map: MapInstance, point: [number, number]): void {
  const { x, y } = map.project(point);
  const { clientWidth, clientHeight } = map.getContainer();
  const inside = x > MARGIN && x < clientWidth - MARGIN && y > MARGIN && y < clientHeight - MARGIN;
  if (!inside) map.easeTo({ center: point, duration: 600 });
}
