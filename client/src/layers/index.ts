import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { buildings, green, land, outside, urban } from "./ground.ts";
import { placeLabels, wardLabels } from "./labels.ts";
import type { LayerModule, LayerView } from "./layer-view.ts";
import { reachFill, reachOutline } from "./reach.ts";
import { railway, roads, roadsOverFill } from "./roads.ts";
import { services, servicesUnderNames } from "./services.ts";
import { smallAreas, wardFill, wardLines, wardOutlines, wardPatterns } from "./wards.ts";
import { water, waterOverFill } from "./water.ts";

/** Everything on the map, from the bottom up. */
const DRAWING_ORDER: readonly LayerModule[] = [
  outside,
  land,
  urban,
  green,
  water,
  buildings,
  roads,
  reachFill,
  wardFill,
  wardPatterns,
  smallAreas,
  wardLines,
  waterOverFill,
  roadsOverFill,
  railway,
  reachOutline,
  wardOutlines,
  servicesUnderNames,
  placeLabels,
  wardLabels,
  services,
];

/** The style layers of a view, in drawing order. */
export function layers(view: LayerView): LayerSpecification[] {
  return DRAWING_ORDER.flatMap((layer) => layer(view));
}
