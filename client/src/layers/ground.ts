import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { byZoom, type LayerModule } from "./layer-view.ts";
import { mapColours } from "./map-colours.ts";
import { SOURCES } from "./sources.ts";

/** Features of the basemap of these kinds. */
export const ofKind = (...kinds: string[]): ExpressionSpecification => ["in", ["get", "kind"], ["literal", kinds]];

const basemap = { source: SOURCES.basemap } as const;

/** Everything beyond the place. */
export const outside: LayerModule = ({ theme, overBase }) =>
  overBase ? [] : [{ id: "outside", type: "background", paint: { "background-color": mapColours[theme].outside } }];

/** The place itself, lifted off its surroundings by a soft shadow. */
export const land: LayerModule = ({ theme, overBase }) => {
  if (overBase) return [];
  const colours = mapColours[theme];
  const wide = byZoom(8, 8, 12, 22, 16, 60);
  const strength = theme === "dark" ? 0.5 : 0.13;
  return [
    {
      id: "land-shadow",
      type: "line",
      source: SOURCES.wards,
      layout: { "line-join": "round" },
      paint: {
        "line-color": colours.shadow,
        "line-width": wide,
        "line-blur": wide,
        "line-opacity": strength,
        "line-translate": [0, 2],
      },
    },
    { id: "land", type: "fill", source: SOURCES.wards, paint: { "fill-color": colours.land, "fill-antialias": false } },
  ];
};

export const urban: LayerModule = ({ theme, overBase, filled }) =>
  overBase || filled
    ? []
    : [
        {
          id: "urban",
          type: "fill",
          ...basemap,
          filter: ofKind("urban"),
          paint: { "fill-color": mapColours[theme].urban },
        },
      ];

/** Parks and woods; not beneath a colour map, which they would tint. */
export const green: LayerModule = ({ theme, overBase, filled }) =>
  overBase || filled
    ? []
    : [
        {
          id: "green",
          type: "fill",
          ...basemap,
          filter: ofKind("park", "wood"),
          paint: { "fill-color": mapColours[theme].green },
        },
      ];

export const buildings: LayerModule = ({ theme, overBase, filled }) =>
  overBase || filled
    ? []
    : [
        {
          id: "buildings",
          type: "fill",
          ...basemap,
          minzoom: 15,
          filter: ofKind("building"),
          paint: { "fill-color": mapColours[theme].building },
        },
      ];
