import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { ofKind } from "./ground.ts";
import { byZoom, type LayerModule } from "./layer-view.ts";
import { mapColours } from "./map-colours.ts";
import { SOURCES } from "./sources.ts";

const round = { "line-cap": "round", "line-join": "round" } as const;
const from = { type: "line", source: SOURCES.basemap } as const;

/** A dark line with light sleepers. */
export const railway: LayerModule = ({ theme, overBase, filled }) =>
  overBase
    ? []
    : [
        {
          id: "railway",
          ...from,
          filter: ofKind("railway"),
          paint: {
            "line-color": mapColours[theme].railway,
            "line-width": byZoom(9, 0.8, 13, 1.8, 16, 4),
            "line-dasharray": [4, 2],
            "line-opacity": filled ? 0.5 : 0.8,
          },
        },
      ];

/** Roads as part of the ground: minor ones from zoom 12, streets from 13. */
export const roads: LayerModule = ({ theme, overBase, filled }) => {
  if (overBase || filled) return [];
  const { roadCase, roadMinor, roadMajor } = mapColours[theme];
  const road = (id: string, kind: string, minzoom: number, color: string, width: number): LayerSpecification[] => [
    {
      id: `${id}-case`,
      ...from,
      minzoom,
      filter: ofKind(kind),
      layout: round,
      paint: { "line-color": roadCase, "line-width": byZoom(10, width * 0.5 + 0.8, 16, width * 5 + 2) },
    },
    {
      id,
      ...from,
      minzoom,
      filter: ofKind(kind),
      layout: round,
      paint: { "line-color": color, "line-width": byZoom(10, width * 0.5, 16, width * 5) },
    },
  ];
  return [
    ...road("streets", "street", 13, roadMinor, 1),
    ...road("minor-roads", "road-minor", 12, roadMinor, 1.6),
    ...road("major-roads", "road-major", 0, roadMajor, 2.6),
  ];
};

/** Roads above a colour map: hairlines that show where the town is and tint nothing. */
export const roadsOverFill: LayerModule = ({ theme, overBase, filled }) => {
  if (overBase || !filled) return [];
  const color = theme === "dark" ? "#eef3f0" : "#ffffff";
  const hairline = (id: string, kind: string, minzoom: number, width: number, opacity: number): LayerSpecification => ({
    id,
    ...from,
    minzoom,
    filter: ofKind(kind),
    layout: round,
    paint: {
      "line-color": color,
      "line-opacity": theme === "dark" ? opacity * 0.5 : opacity,
      "line-width": byZoom(10, width, 13, width * 1.5, 16, width * 4),
    },
  });
  return [
    hairline("streets-thin", "street", 13, 0.5, 0.45),
    hairline("minor-roads-thin", "road-minor", 11.5, 0.7, 0.45),
    hairline("major-roads-thin", "road-major", 0, 1.3, 0.6),
  ];
};
