import { BASEMAP_KINDS, type BasemapFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { Geometry } from "geojson";
import type { z } from "zod";
import { property, readFeatures } from "../formats/geojson-features.ts";

export interface BasemapFeature {
  readonly kind: string;
  readonly name: string | null;
  readonly shape: Geometry;
}

/** Reads what is drawn beneath the wards; a feature of an unknown kind or without a shape is a fault. */
export function readBasemap(
  file: z.infer<typeof BasemapFile>,
  bytes: Buffer,
): { features: BasemapFeature[]; faults: Fault[] } {
  const features: BasemapFeature[] = [];
  const faults: Fault[] = [];
  readFeatures(file, bytes).forEach((feature, at) => {
    const kind = property(feature, file.columns.kind);
    const known = (BASEMAP_KINDS as readonly string[]).includes(kind);
    if (!known)
      faults.push({
        file: file.path,
        row: at + 1,
        field: file.columns.kind,
        reason: `"${kind}" is not a kind that is drawn`,
      });
    else if (!feature.geometry)
      faults.push({ file: file.path, row: at + 1, field: null, reason: "The feature has no shape" });
    else features.push({ kind, name: property(feature, file.columns.name) || null, shape: feature.geometry });
  });
  return { features, faults };
}
