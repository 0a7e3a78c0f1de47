import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { ofKind } from "./ground.ts";
import type { LayerModule } from "./layer-view.ts";
import { mapColours } from "./map-colours.ts";
import { SOURCES } from "./sources.ts";

/**
 * Font stacks drawn from the page's own fonts. The first name only sets the weight; names that hold a digit are quoted
 * because they go into a CSS font shorthand as they are.
 */
const font = (weight: "Regular Italic" | "Semibold" | "Bold"): string[] => [
  `Map ${weight}`,
  '"Source Sans 3 Variable"',
  '"Source Sans 3"',
  '"Noto Sans"',
];

/** Names of rivers, streets, stations and localities, from close by. */
export const placeLabels: LayerModule = ({ theme, overBase, filled }) => {
  if (overBase) return [];
  const { label, labelHalo, waterLabel } = mapColours[theme];
  const along = (id: string, kinds: string[], minzoom: number, color: string, size: number): LayerSpecification => ({
    id,
    type: "symbol",
    source: SOURCES.basemap,
    minzoom,
    filter: ["all", ofKind(...kinds), ["has", "name"]],
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 420,
      "text-field": ["get", "name"],
      "text-font": font(kinds.includes("river") ? "Regular Italic" : "Semibold"),
      "text-size": size,
      "text-letter-spacing": 0.03,
    },
    paint: { "text-color": color, "text-halo-color": labelHalo, "text-halo-width": 1.4 },
  });
  return [
    along("street-names", ["street", "road-minor", "road-major"], 14, label, 11),
    along("water-names", ["river", "canal"], 12.5, waterLabel, 12.5),
    {
      id: "place-names",
      type: "symbol",
      source: SOURCES.basemap,
      minzoom: filled ? 12.5 : 11,
      filter: ["all", ofKind("locality", "station", "park", "lake"), ["has", "name"]],
      layout: {
        "text-field": ["get", "name"],
        "text-font": font("Regular Italic"),
        "text-size": 12,
        "text-max-width": 7,
        "text-padding": 6,
      },
      paint: { "text-color": label, "text-halo-color": labelHalo, "text-halo-width": 1.4, "text-opacity": 0.9 },
    },
  ];
};

/** Ward names at the widest inside point, in two lines when long; where they would collide the smaller ward gives way. */
export const wardLabels: LayerModule = ({ theme }) => {
  const { label, labelHalo } = mapColours[theme];
  return [
    {
      id: "ward-labels",
      type: "symbol",
      source: SOURCES.wardLabels,
      layout: {
        "text-field": ["get", "name"],
        "text-font": font("Bold"),
        "text-size": ["interpolate", ["linear"], ["zoom"], 9, 10.5, 11, 12, 12.5, 13, 15, 17],
        "text-max-width": 5,
        "text-line-height": 1.02,
        "text-padding": 1,
        "text-variable-anchor": ["center", "bottom", "top", "left", "right"],
        "text-radial-offset": 0.75,
        "symbol-sort-key": ["get", "order"],
      },
      paint: {
        "text-color": ["to-color", ["feature-state", "text"], label],
        "text-halo-color": ["to-color", ["feature-state", "fill"], labelHalo],
        "text-halo-width": 1.8,
        "text-halo-blur": 0.4,
      },
    },
  ];
};
