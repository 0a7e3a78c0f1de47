import type { LayerSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { layers } from "./index.ts";
import type { LayerView } from "./layer-view.ts";
import { type MapContents, sources } from "./sources.ts";

/** The whole style of a place's own map. It names no glyphs, so that labels are drawn from the page's fonts. */
export function mapStyle(contents: MapContents, view: LayerView): StyleSpecification {
  return { version: 8, sources: sources(contents), layers: layers(view) };
}

/** The place's own layers laid over another style: below its labels go the wards, above them the place's points and names. */
export function overStyle(base: StyleSpecification, contents: MapContents, view: LayerView): StyleSpecification {
  const own = layers({ ...view, overBase: true });
  const isLabel = (layer: LayerSpecification) => layer.type === "symbol";
  return {
    ...base,
    sources: { ...base.sources, ...sources(contents) },
    layers: [
      ...base.layers.filter((layer) => !isLabel(layer)),
      ...own.filter((layer) => !isLabel(layer)),
      ...base.layers.filter(isLabel),
      ...own.filter(isLabel),
    ],
  };
}
