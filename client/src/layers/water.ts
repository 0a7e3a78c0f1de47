import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { ofKind } from "./ground.ts";
import { byZoom, type LayerModule } from "./layer-view.ts";
import { mapColours } from "./map-colours.ts";
import { SOURCES } from "./sources.ts";

const shape = (geometry: "Polygon" | "LineString"): ExpressionSpecification => ["==", ["geometry-type"], geometry];

function waterLayers(prefix: string, surface: string, line: string): LayerSpecification[] {
  return [
    {
      id: `${prefix}-surface`,
      type: "fill",
      source: SOURCES.basemap,
      filter: ["all", ofKind("lake", "river", "canal"), shape("Polygon")],
      paint: { "fill-color": surface },
    },
    {
      id: `${prefix}-canal`,
      type: "line",
      source: SOURCES.basemap,
      filter: ["all", ofKind("canal"), shape("LineString")],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": line, "line-width": byZoom(9, 1, 12, 2.6, 16, 12) },
    },
    {
      id: `${prefix}-river`,
      type: "line",
      source: SOURCES.basemap,
      filter: ["all", ofKind("river"), shape("LineString")],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": line, "line-width": byZoom(9, 2.5, 12, 7, 16, 34) },
    },
  ];
}

/** Rivers, canals and lakes as part of the ground. */
export const water: LayerModule = ({ theme, overBase, filled }) =>
  overBase || filled ? [] : waterLayers("water", mapColours[theme].water, mapColours[theme].waterLine);

/** The same above a colour map, so that the town can still be read from it. */
export const waterOverFill: LayerModule = ({ theme, overBase, filled }) =>
  overBase || !filled ? [] : waterLayers("water-thin", mapColours[theme].waterLine, mapColours[theme].waterLine);
