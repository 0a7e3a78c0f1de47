import { imageName } from "./images.ts";
import type { LayerModule } from "./layer-view.ts";
import { SOURCES } from "./sources.ts";

/** Services as rounded squares; unchecked records are hollow. */
export const services: LayerModule = ({ theme, services: shown }) => [
  {
    id: "services",
    type: "symbol",
    source: SOURCES.services,
    layout: {
      visibility: shown ? "visible" : "none",
      "icon-image": [
        "case",
        ["boolean", ["get", "checked"], true],
        imageName("service", theme),
        imageName("service-unchecked", theme),
      ],
      "icon-size": ["interpolate", ["linear"], ["zoom"], 9, 0.5, 10, 0.62, 11, 0.85, 12.5, 1, 16, 1.5],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  },
];
