import type { Feature, Geometry, GeometryCollection, Position } from "geojson";
import { ImportError } from "../import-error.ts";
import { type Crs, isLonLat, isOnGrid, toLonLat } from "./project.ts";

/** Brings features into longitude and latitude, and finds those that are in another system than their file. */
export interface Placing {
  /** Changes the coordinates of a feature in place; gives what is wrong with them, or null. */
  readonly place: (feature: Feature) => string | null;
  /** @throws ImportError when no feature at all was in the system that the file was taken to be in */
  readonly finish: () => void;
}

/** After so many features in another system and none in the right one, the file is not read on. */
const ENOUGH_WRONG = 1000;

/** @param crs the system of the file; null where neither it nor the recipe names one: longitude and latitude */
export function placing(path: string, crs: Crs | null): Placing {
  const system = crs ?? "EPSG:4326";
  let right = 0;
  let wrong = 0;
  let example: Position = [];

  const finish = () => {
    if (right > 0 || wrong === 0) return;
    const [x = Number.NaN, y = Number.NaN] = example;
    const begin = `${path}: coordinates like ${x}, ${y} are not`;
    if (system === "EPSG:27700") {
      const degrees = isLonLat(x, y) ? ' They look like degrees: "crs" should be "EPSG:4326".' : "";
      throw new ImportError(`${begin} metres of the British National Grid.${degrees}`);
    }
    const metres = isOnGrid(x, y)
      ? ` They look like metres of the British National Grid: set "crs": "EPSG:27700" in the recipe.`
      : "";
    const said = crs === null ? "" : ", which the file or its recipe says they are";
    throw new ImportError(`${begin} longitude and latitude${said}.${metres}`);
  };

  return {
    place: ({ geometry }) => {
      const fault = placeGeometry(geometry, system);
      if (fault === null) {
        if (geometry) right++;
        return null;
      }
      if (typeof fault === "string") return fault;
      if (wrong++ === 0) example = fault;
      if (right === 0 && wrong >= ENOUGH_WRONG) finish();
      const [x = Number.NaN, y = Number.NaN] = fault;
      const expected = system === "EPSG:4326" ? "a longitude and latitude" : "metres of the British National Grid";
      return `The coordinates ${x}, ${y} are not ${expected}${otherwise(system, x, y)}`;
    },
    finish,
  };
}

const otherwise = (system: Crs, x: number, y: number): string => {
  if (system === "EPSG:4326") return isOnGrid(x, y) ? "; they look like metres of the National Grid" : "";
  return isLonLat(x, y) ? "; they look like degrees" : "";
};

/** What is wrong with a geometry in words, or the first position in another system; null when it is placed. */
function placeGeometry(geometry: Geometry | null | undefined, system: Crs): string | Position | null {
  if (geometry === null || geometry === undefined) return null;
  if (geometry.type === "GeometryCollection") return placeAll(geometry, system);
  const depth = DEPTHS[geometry.type];
  if (depth === undefined) return `The shape is a "${geometry.type}", which GeoJSON does not have`;
  return placePositions(geometry.coordinates, depth, system);
}

function placeAll({ geometries }: GeometryCollection, system: Crs): string | Position | null {
  if (!Array.isArray(geometries)) return "The shape has no geometries";
  for (const geometry of geometries) {
    const fault = placeGeometry(geometry, system);
    if (fault !== null) return fault;
  }
  return null;
}

/** How deep the positions lie in the coordinates of each kind of shape. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  Polygon: 2,
  MultiLineString: 2,
  MultiPolygon: 3,
};

function placePositions(coordinates: unknown, depth: number, system: Crs): string | Position | null {
  if (!Array.isArray(coordinates)) return "The coordinates are not lists of numbers as the kind of shape needs";
  if (depth > 0) {
    for (const part of coordinates) {
      const fault = placePositions(part, depth - 1, system);
      if (fault !== null) return fault;
    }
    return null;
  }
  const [x, y] = coordinates as unknown[];
  if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y))
    return "The coordinates are not lists of numbers as the kind of shape needs";
  if (system === "EPSG:4326") return isLonLat(x, y) ? null : [x, y];
  if (!isOnGrid(x, y)) return [x, y];
  const [lon, lat] = toLonLat(system, x, y);
  coordinates.splice(0, coordinates.length, lon, lat);
  return null;
}
