import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Theme } from "../cartography/palettes.ts";

/** What decides which layers are drawn and how. */
export interface LayerView {
  readonly theme: Theme;
  /** Wards carry a colour: green and buildings are left out, water and roads are drawn thin above it. */
  readonly filled: boolean;
  /** Another style lies beneath: the place's own ground is left out and the fill lets it through. */
  readonly overBase: boolean;
  readonly services: boolean;
  /** There are so many services that names would find no room beside them. */
  readonly crowded: boolean;
  readonly doubt: boolean;
  readonly areas: boolean;
}

/** One subject of the map: its style layers for a view, from the bottom up; none when it is not drawn. */
export type LayerModule = (view: LayerView) => LayerSpecification[];

/** A width that grows with zoom: pairs of zoom and pixels. */
export const byZoom = (...stops: number[]): ["interpolate", ["exponential", number], ["zoom"], ...number[]] => [
  "interpolate",
  ["exponential", 1.5],
  ["zoom"],
  ...stops,
];
