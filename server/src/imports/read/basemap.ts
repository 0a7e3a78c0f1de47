import { BASEMAP_KINDS, type BasemapFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { Feature, Geometry } from "geojson";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { readShapes } from "../formats/shapes.ts";
import type { OnProgress } from "../progress.ts";
import { property } from "./feature.ts";
import type { Measured } from "./measured.ts";

export interface BasemapFeature {
  readonly kind: string;
  readonly name: string | null;
  readonly shape: Geometry;
}

/** Reads what is drawn beneath the wards; a feature of an unknown kind or without a shape is a fault. */
export async function readBasemap(
  file: z.infer<typeof BasemapFile>,
  local: LocalFile,
  onProgress: OnProgress,
): Promise<Measured & { features: BasemapFeature[] }> {
  const features: BasemapFeature[] = [];
  const faults: Fault[] = [];
  const take = (feature: Feature, row: number) => {
    const kind = property(feature, file.columns.kind);
    const fault = (field: string | null, reason: string) => void faults.push({ file: file.path, row, field, reason });
    if (!(BASEMAP_KINDS as readonly string[]).includes(kind))
      return fault(file.columns.kind, `"${kind}" is not a kind that is drawn`);
    if (!feature.geometry) return fault(null, "The feature has no shape");
    features.push({ kind, name: property(feature, file.columns.name) || null, shape: feature.geometry });
  };
  const read = await readShapes(file, local, take, onProgress);
  return { ...read, features, faults: [...read.faults, ...faults] };
}
