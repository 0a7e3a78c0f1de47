import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { imageName } from "./images.ts";
import { byZoom, type LayerModule } from "./layer-view.ts";
import { mapColours } from "./map-colours.ts";
import { SOURCES } from "./sources.ts";

/** Feature state of a ward: its colour, the label's colours, and what the reader is doing with it. */
export interface WardState {
  readonly fill?: string;
  readonly text?: string;
  readonly doubtful?: boolean;
  readonly noFigure?: boolean;
  readonly selected?: boolean;
  readonly hovered?: boolean;
}

const is = (state: keyof WardState, yes: number, no = 0): ExpressionSpecification => [
  "case",
  ["boolean", ["feature-state", state], false],
  yes,
  no,
];

/** The colour map: the colours arrive as feature state. */
export const wardFill: LayerModule = ({ overBase }) => [
  {
    id: "ward-fill",
    type: "fill",
    source: SOURCES.wards,
    paint: {
      "fill-color": ["to-color", ["feature-state", "fill"], "rgba(0,0,0,0)"],
      "fill-opacity": overBase ? 0.88 : 1,
      "fill-antialias": false,
    },
  },
];

/** Dots on wards whose figure cannot be said, hatch on those whose class depends on the settings. */
export const wardPatterns: LayerModule = ({ theme, doubt, filled }) => {
  if (!filled) return [];
  return [
    {
      id: "ward-no-figure",
      type: "fill",
      source: SOURCES.wards,
      paint: { "fill-pattern": imageName("no-figure", theme), "fill-opacity": is("noFigure", 1) },
    },
    {
      id: "ward-doubt",
      type: "fill",
      source: SOURCES.wards,
      layout: { visibility: doubt ? "visible" : "none" },
      paint: { "fill-pattern": imageName("hatch", theme), "fill-opacity": is("doubtful", 1) },
    },
  ];
};

/** Small areas: a faint grain from close by, plain lines when they are asked for. */
export const smallAreas: LayerModule = ({ theme, areas, filled }) => [
  {
    id: "small-areas",
    type: "line",
    source: SOURCES.smallAreas,
    minzoom: areas ? 0 : 10.2,
    layout: { "line-join": "round" },
    paint: {
      "line-color": areas
        ? mapColours[theme].ink
        : filled
          ? mapColours[theme].wardLine
          : mapColours[theme].wardLineNoFill,
      "line-opacity": areas ? 0.45 : ["interpolate", ["linear"], ["zoom"], 10.2, 0, 11.2, 0.4, 13, 0.6],
      "line-width": areas ? byZoom(10, 0.5, 14, 1.1) : byZoom(10, 0.4, 14, 0.9),
    },
  },
];

export const wardLines: LayerModule = ({ theme, filled }) => [
  {
    id: "ward-lines",
    type: "line",
    source: SOURCES.wards,
    layout: { "line-join": "round" },
    paint: {
      "line-color": filled ? mapColours[theme].wardLine : mapColours[theme].wardLineNoFill,
      "line-width": byZoom(9, 0.7, 12, 1.5, 15, 2.6),
    },
  },
];

/** Outlines of the ward that is pointed at (dashed) and the one that is selected. */
export const wardOutlines: LayerModule = ({ theme }) => {
  const { ink, paper } = mapColours[theme];
  const line = { type: "line", source: SOURCES.wards, layout: { "line-join": "round" } } as const;
  return [
    {
      id: "hovered-case",
      ...line,
      paint: { "line-color": paper, "line-width": 4.2, "line-opacity": is("hovered", 0.95) },
    },
    {
      id: "hovered",
      ...line,
      paint: {
        "line-color": ink,
        "line-width": 1.8,
        "line-dasharray": [5 / 1.8, 3 / 1.8],
        "line-opacity": is("hovered", 1),
      },
    },
    {
      id: "selected-case",
      ...line,
      paint: { "line-color": paper, "line-width": 6, "line-opacity": is("selected", 1) },
    },
    { id: "selected", ...line, paint: { "line-color": ink, "line-width": 3.2, "line-opacity": is("selected", 1) } },
  ];
};
