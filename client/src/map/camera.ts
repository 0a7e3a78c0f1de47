import type { Bounds } from "@needs-map/shared/contract/place";
import type { Map as MapInstance } from "maplibre-gl";
import type { Camera } from "../view/view.ts";

/** Where the map looks, rounded as a link carries it. */
export function cameraOf(map: MapInstance): Camera {
  const { lat, lng } = map.getCenter();
  return {
    lat: Number(lat.toFixed(4)),
    lon: Number(lng.toFixed(4)),
    zoom: Number(map.getZoom().toFixed(1)),
  };
}

export function sameCamera(one: Camera | null, other: Camera | null): boolean {
  if (one === null || other === null) return one === other;
  return one.lat === other.lat && one.lon === other.lon && one.zoom === other.zoom;
}

/** Room kept clear of the place at the edges of the map, in pixels. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Room for the sentence above and the buttons beside the place; less where the map is small. */
export function paddingFor(width: number, height: number): Padding {
  if (width < 560) return { top: 20, right: 14, bottom: 28, left: 14 };
  return { top: Math.min(104, height * 0.14), right: 64, bottom: Math.min(52, height * 0.07), left: 28 };
}

const ROOM_AROUND = 1.5;

/** How far the map may be moved: the place with its own width and height and a half again on every side. */
export function around([west, south, east, north]: Bounds): Bounds {
  const wide = (east - west) * ROOM_AROUND;
  const high = (north - south) * ROOM_AROUND;
  return [west - wide, Math.max(-85, south - high), east + wide, Math.min(85, north + high)];
}
