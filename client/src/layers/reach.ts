import { byZoom, type LayerModule } from "./layer-view.ts";
import { mapColours } from "./map-colours.ts";
import { SOURCES } from "./sources.ts";

/** Everywhere within reach as one flat tint; none over ward colours, which it would change. */
export const reachFill: LayerModule = ({ theme, filled }) =>
  filled
    ? []
    : [
        {
          id: "reach-fill",
          type: "fill",
          source: SOURCES.reach,
          paint: { "fill-color": mapColours[theme].service, "fill-opacity": 0.16, "fill-antialias": false },
        },
      ];

/** Its outline, with pale edges so that it shows on every class. */
export const reachOutline: LayerModule = ({ theme }) => {
  const { service, paper } = mapColours[theme];
  const line = { type: "line", source: SOURCES.reach, layout: { "line-join": "round" } } as const;
  return [
    {
      id: "reach-case",
      ...line,
      paint: { "line-color": paper, "line-opacity": 0.85, "line-width": byZoom(9, 3, 12, 4.6, 15, 6) },
    },
    { id: "reach", ...line, paint: { "line-color": service, "line-width": byZoom(9, 1.4, 12, 2.2, 15, 3) } },
  ];
};
