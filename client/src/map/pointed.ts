import type { MapLayerMouseEvent } from "@vis.gl/react-maplibre";
import type { FeatureCollection, Geometry } from "geojson";
import { labelPoint } from "../layers/sources.ts";

/** Layers that answer to the pointer. */
export const INTERACTIVE = ["ward-fill", "services"];

/** What lies under the pointer, and where that is: longitude and latitude. */
export interface Pointed {
  readonly ward: string | null;
  readonly service: string | null;
  readonly at: readonly [number, number];
}

export function pointedAt({ features = [], lngLat }: MapLayerMouseEvent): Pointed | null {
  const idIn = (layer: string) => {
    const id = features.find((feature) => feature.layer.id === layer)?.id;
    return id === undefined ? null : String(id);
  };
  const ward = idIn("ward-fill");
  const service = idIn("services");
  return ward === null && service === null ? null : { ward, service, at: [lngLat.lng, lngLat.lat] };
}

/** Half the width of what a press touches: a finger has 44 pixels, a pointer a little more than its tip. */
const touchRadius = () => (matchMedia("(pointer: coarse)").matches ? 22 : 6);

/** Services under a press or near enough to it, nearest first. */
export function servicesAt({ target, point: { x, y } }: MapLayerMouseEvent): string[] {
  const radius = touchRadius();
  const box: [[number, number], [number, number]] = [
    [x - radius, y - radius],
    [x + radius, y + radius],
  ];
  const away = ({ geometry }: { geometry: Geometry }) => {
    if (geometry.type !== "Point") return 0;
    const [lon = 0, lat = 0] = geometry.coordinates;
    const at = target.project([lon, lat]);
    return Math.hypot(at.x - x, at.y - y);
  };
  const touched = target.queryRenderedFeatures(box, { layers: ["services"] }).sort((a, b) => away(a) - away(b));
  return [...new Set(touched.map(({ id }) => String(id)))];
}

export function samePointed(one: Pointed | null, other: Pointed | null): boolean {
  return one?.ward === other?.ward && one?.service === other?.service;
}

export interface Tooltip {
  readonly id: string;
  readonly at: readonly [number, number];
  readonly lines: readonly string[];
}

interface Tips {
  readonly wards: FeatureCollection;
  readonly hovered: string | null;
  readonly tooltip: (code: string) => readonly string[];
  readonly serviceTooltip?: (id: string) => readonly string[];
}

/** The tooltip of the service under the pointer, else of the ward that is pointed at on the map or in a list. */
export function tooltipOf({ wards, hovered, tooltip, serviceTooltip }: Tips, pointed: Pointed | null): Tooltip | null {
  if (pointed?.service) {
    const lines = serviceTooltip?.(pointed.service) ?? [];
    if (lines.length > 0) return { id: pointed.service, at: pointed.at, lines };
  }
  if (hovered === null) return null;
  const ward = wards.features.find((feature) => feature.properties?.code === hovered);
  const at = pointed?.at ?? (ward ? labelPoint(ward) : null);
  return at ? { id: hovered, at, lines: tooltip(hovered) } : null;
}
