import { pointInPolygon } from "@needs-map/shared/domain/geo/inside";
import type { Position } from "geojson";
import type { Area } from "./feature.ts";
import { type Box, boxHolds } from "./position.ts";

/** Gives the row of the first shape that holds a point (edges count as inside), or −1. */
export type Locate = (lon: number, lat: number) => number;

/** Prepares shapes for many questions: only those whose box holds the point are looked at closely. */
export function locator(shapes: readonly Area[]): Locate {
  const boxes = shapes.map((shape) => boxOf([shape]));
  return (lon, lat) =>
    shapes.findIndex((shape, row) => boxHolds(boxes[row] ?? NOWHERE, lon, lat) && pointInPolygon(lon, lat, shape));
}

const NOWHERE: Box = [Infinity, Infinity, -Infinity, -Infinity];

/** The box around all shapes. */
export function boxOf(shapes: readonly Area[]): Box {
  let [west, south, east, north] = NOWHERE;
  for (const shape of shapes) {
    const rings: Position[][] = shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
    for (const [lon = 0, lat = 0] of rings.flat()) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}
