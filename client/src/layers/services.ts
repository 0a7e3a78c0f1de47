import { imageName } from "./images.ts";
import type { LayerModule } from "./layer-view.ts";
import { SOURCES } from "./sources.ts";

/** More services than this a ward are a crowd. */
const MOST_A_WARD = 2;

export const isCrowded = (services: number, wards: number): boolean => services > wards * MOST_A_WARD;

const serviceLayer: LayerModule = ({ theme, services: shown, crowded }) => [
  {
    id: "services",
    type: "symbol",
    source: SOURCES.services,
    layout: {
      visibility: shown ? "visible" : "none",
      "icon-image": [
        "case",
        ["==", ["get", "ward"], null],
        imageName("service-neighbour", theme),
        ["boolean", ["get", "checked"], true],
        imageName("service", theme),
        imageName("service-unchecked", theme),
      ],
      "icon-size": ["interpolate", ["linear"], ["zoom"], 9, 0.5, 10, 0.62, 11, 0.85, 12.5, 1, 16, 1.5],
      "icon-allow-overlap": true,
      "icon-ignore-placement": crowded,
      "icon-padding": 0,
    },
  },
];

/** Services as rounded squares, hollow where the record is unchecked, grey over the border; names make room for them. */
export const services: LayerModule = (view) => (view.crowded ? [] : serviceLayer(view));

/** A crowd of services, beneath the names so that those can be read. */
export const servicesUnderNames: LayerModule = (view) => (view.crowded ? serviceLayer(view) : []);
