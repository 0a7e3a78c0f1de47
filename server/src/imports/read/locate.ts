import { pointInPolygon } from "@needs-map/shared/domain/geo/inside";
import type { Position } from "geojson";
import type { Area } from "../formats/geojson-features.ts";

/** Gives the row of the first shape that holds a point (edges count as inside), or −1. */
export type Locate = (lon: number, lat: number) => number;

/** Prepares shapes for many questions: only those whose box holds the point are looked at closely. */
export function locator(shapes: readonly Area[]): Locate {
  const boxes = shapes.map(box);
  return (lon, lat) =>
    shapes.findIndex((shape, row) => {
      const [west, south, east, north] = boxes[row] ?? [0, 0, 0, 0];
      return lon >= west && lon <= east && lat >= south && lat <= north && pointInPolygon(lon, lat, shape);
    });
}

/** West, south, east, north. */
function box(shape: Area): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const rings: Position[][] = shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
  for (const [lon = 0, lat = 0] of rings.flat()) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}
