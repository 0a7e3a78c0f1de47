import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { ImportError } from "../import-error.ts";
import { checkRows } from "./csv-table.ts";

interface ShapeFile {
  readonly path: string;
  /** How many rows it must hold; any number when left out. */
  readonly rows?: number;
}

export type Area = Polygon | MultiPolygon;

/**
 * The features of a GeoJSON file in longitude and latitude.
 *
 * @throws ImportError on text that is not GeoJSON, other coordinates, or another number of features
 */
export function readFeatures(file: ShapeFile, bytes: Buffer): Feature[] {
  let parsed: Partial<FeatureCollection> & { crs?: { properties?: { name?: string } } };
  try {
    parsed = JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ImportError(`${file.path} cannot be read as GeoJSON: ${(error as Error).message}.`);
  }
  if (parsed?.type !== "FeatureCollection" || !Array.isArray(parsed.features))
    throw new ImportError(`${file.path} is not a GeoJSON FeatureCollection.`);
  const crs = parsed.crs?.properties?.name;
  if (crs !== undefined && !/(CRS84|EPSG::?4326)$/i.test(crs))
    throw new ImportError(`${file.path} must be in longitude and latitude (WGS 84); it says ${crs}.`);
  checkRows(file, parsed.features.length);
  return parsed.features;
}

/** A property as trimmed text; the empty text where it is absent or null. */
export function property(feature: Feature, name: string | undefined): string {
  const value: unknown = name === undefined ? undefined : feature.properties?.[name];
  return value === undefined || value === null ? "" : String(value).trim();
}

/** Whether a position is a longitude and latitude on the Earth. */
export const isOnEarth = ([lon, lat]: Position): boolean =>
  Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon ?? 999) <= 180 && Math.abs(lat ?? 999) <= 90;

/** A feature's shape when it is a polygon or several, with closed rings on the Earth; else null. */
export function areaOf(feature: Feature): Area | null {
  const shape = feature.geometry;
  if (shape?.type !== "Polygon" && shape?.type !== "MultiPolygon") return null;
  const rings = shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
  const sound = rings.length > 0 && rings.every((ring) => ring.length >= 4 && ring.every(isOnEarth) && isClosed(ring));
  return sound ? shape : null;
}

const isClosed = (ring: readonly Position[]) => ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1];
