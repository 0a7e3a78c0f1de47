import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { isOnEarth } from "./position.ts";

export type Area = Polygon | MultiPolygon;

/** A property as trimmed text; the empty text where it is absent or null. */
export function property(feature: Feature, name: string | undefined): string {
  const value: unknown = name === undefined ? undefined : feature.properties?.[name];
  return value === undefined || value === null ? "" : String(value).trim();
}

/** What is wrong with a feature's shape as an area, or the shape. Holes and several parts are sound. */
export function areaOf(feature: Feature): Area | string {
  const shape = feature.geometry;
  if (!shape) return "it has no shape";
  if (shape.type !== "Polygon" && shape.type !== "MultiPolygon") return `it is a ${shape.type}, not a polygon`;
  const rings = shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
  if (rings.length === 0) return "it has a polygon without rings";
  if (rings.some((ring) => ring.length < 4)) return "it has a ring of fewer than four positions";
  if (!rings.every((ring) => ring.every(isOnEarth))) return "its positions are not longitude and latitude";
  return rings.every(isClosed) ? shape : "it has a ring that is not closed";
}

const isClosed = (ring: readonly Position[]) => ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1];
