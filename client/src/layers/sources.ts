import type { GeoJSONSourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Feature, FeatureCollection, MultiPolygon, Point } from "geojson";

/** Names of the map's sources. Feature states of wards go by code, on `wards` and `wardLabels`. */
export const SOURCES = {
  wards: "wards",
  wardLabels: "ward-labels",
  smallAreas: "small-areas",
  basemap: "basemap",
  services: "services",
  reach: "reach",
} as const;

export interface MapContents {
  readonly wards: FeatureCollection;
  readonly smallAreas: FeatureCollection | null;
  readonly basemap: FeatureCollection;
  readonly services: FeatureCollection<Point>;
  /** Everywhere within reach as one shape; null where it is not shown. */
  readonly reach: MultiPolygon | null;
  /** Two letters; ward labels are Welsh where a Welsh name is known and this is "cy". */
  readonly language: string;
}

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The longitude and latitude where a ward's label stands, or null when it carries none. */
export function labelPoint(ward: Feature): [number, number] | null {
  const label: unknown = ward.properties?.label;
  if (!Array.isArray(label)) return null;
  const [lon, lat] = label;
  return typeof lon === "number" && typeof lat === "number" ? [lon, lat] : null;
}

function wardLabel(ward: Feature, language: string): Feature[] {
  const point = labelPoint(ward);
  if (!point) return [];
  const { code, name, nameWelsh, people } = ward.properties ?? {};
  const words = language === "cy" && nameWelsh ? nameWelsh : name;
  const properties = { code, name: words, order: -(typeof people === "number" ? people : 0) };
  return [{ type: "Feature", properties, geometry: { type: "Point", coordinates: point } }];
}

/** The GeoJSON sources that {@link SOURCES} names. */
export function sources(contents: MapContents): Record<string, GeoJSONSourceSpecification> {
  const labels = contents.wards.features.flatMap((ward) => wardLabel(ward, contents.language));
  return {
    [SOURCES.wards]: { type: "geojson", data: contents.wards, promoteId: "code" },
    [SOURCES.wardLabels]: { type: "geojson", data: { type: "FeatureCollection", features: labels }, promoteId: "code" },
    [SOURCES.smallAreas]: { type: "geojson", data: contents.smallAreas ?? NOTHING, promoteId: "code" },
    [SOURCES.basemap]: { type: "geojson", data: contents.basemap },
    [SOURCES.services]: { type: "geojson", data: contents.services, promoteId: "id" },
    [SOURCES.reach]: { type: "geojson", data: contents.reach ?? NOTHING },
  };
}
