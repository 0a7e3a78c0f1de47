import type { BASEMAP_KINDS } from "@needs-map/shared/contract/recipe";
import type { Geometry } from "geojson";
import { geometryOf } from "./boundaries.ts";
import { BLOBS } from "./green.ts";
import { fromBoard, type Line, type Point, toDegrees } from "./ground.ts";
import type { Land } from "./land.ts";
import { simplified } from "./lines.ts";
import type { NamedLine } from "./postcodes.ts";
import { RAILWAYS, STATIONS } from "./railways.ts";
import { ROADS } from "./roads.ts";
import { VILLAGES } from "./settlements.ts";
import { CANALS, RIVER } from "./waters.ts";

type Kind = (typeof BASEMAP_KINDS)[number];

interface BasemapFeature {
  readonly kind: Kind;
  readonly name: string | null;
  readonly geometry: Geometry;
}

const lineOf = (line: Line): Geometry => ({ type: "LineString", coordinates: simplified(line, 1).map(toDegrees) });
const ringOf = (ring: Line): Geometry => geometryOf([[ring]]);
const pointOf = (point: Point): Geometry => ({ type: "Point", coordinates: toDegrees(point) });

/** What is drawn beneath the wards, in drawing order. */
export function drawBasemap(land: Land, streets: readonly NamedLine[]): BasemapFeature[] {
  const feature = (kind: Kind, name: string | null, geometry: Geometry): BasemapFeature => ({ kind, name, geometry });
  const blobs = (kind: "park" | "wood" | "lake") =>
    BLOBS.filter((blob) => blob.kind === kind).map(({ name, ring }) => feature(kind, name, ringOf(ring)));
  const roads = (kind: "road-major" | "road-minor") =>
    ROADS.filter((road) => road.kind === kind).map(({ name, line }) => feature(kind, name, lineOf(line)));
  const centre = fromBoard([606, 402])[0] as Point;
  return [
    feature("urban", null, geometryOf(land.urban)),
    ...blobs("park"),
    ...blobs("wood"),
    feature("river", "River Wend", lineOf(RIVER)),
    ...CANALS.map(({ name, line }) => feature("canal", name, lineOf(line))),
    ...blobs("lake"),
    ...RAILWAYS.map(({ name, line }) => feature("railway", name, lineOf(line))),
    ...STATIONS.map(({ name, point }) => feature("station", name, pointOf(point))),
    ...roads("road-major"),
    ...roads("road-minor"),
    ...streets.map(({ name, line }) => feature("street", name, lineOf(line))),
    feature("locality", "Wendmere", pointOf(centre)),
    ...VILLAGES.map(({ name, point }) => feature("locality", name, pointOf(point))),
  ];
}
