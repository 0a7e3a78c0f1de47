import type { Fault } from "@needs-map/shared/contract/source";
import type { Feature } from "geojson";
import type { LocalFile } from "../files/local-file.ts";
import { few, ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { type SaidCrs, settleCrs } from "./crs.ts";
import { readGeoJson, type ShapesTaker } from "./geojson-values.ts";
import { type Placing, placing } from "./placing.ts";
import type { Crs } from "./project.ts";
import { checkRows, isWanted, type Only } from "./rows.ts";
import { readShapefile } from "./shapefile-features.ts";
import type { Read } from "./table.ts";

/** What a recipe says of a file of shapes: a file of such a role fits. */
export interface ShapeFile {
  readonly path: string;
  /** How many features it must hold, before any are left out; any number when left out. */
  readonly rows?: number | undefined;
  readonly format: "geojson" | "shapefile";
  /** Left out: what the file says of itself, else longitude and latitude. */
  readonly crs?: Crs | undefined;
  /** Of a zip with several shapefiles. */
  readonly layer?: string | undefined;
  readonly only?: Only | undefined;
}

/**
 * Reads a GeoJSON file or a zipped shapefile feature by feature, in longitude and latitude (WGS 84) whatever the
 * file's reference system. Features are numbered from 1. Throwing from `onFeature` or `onProgress` stops the reading
 * and closes the file.
 *
 * @returns faults of features that were not given to `onFeature`: coordinates in another system than the file's, or
 * that are not numbers
 * @throws ImportError on a file that is not of this format, is empty, is in a reference system that is not read or
 * other than the recipe's, lacks a column of `only`, or has another number of features
 */
export async function readShapes(
  file: ShapeFile,
  local: LocalFile,
  onFeature: (feature: Feature, row: number) => void,
  onProgress: OnProgress = () => {},
): Promise<Read> {
  const { path, only = {} } = file;
  if (local.bytes === 0) throw new ImportError(`${path} is empty (0 bytes).`);
  const faults: Fault[] = [];
  const fault = (row: number, reason: string) => void faults.push({ file: path, row, field: null, reason });
  const unseen = new Set(Object.keys(only));
  const properties = new Set<string>();
  let said: SaidCrs | null = null;
  let places: Placing | null = null;
  let rows = 0;

  const taker: ShapesTaker = {
    crs: (now) => {
      const settled = settleCrs(path, file.crs, now);
      if (places !== null && settled !== (file.crs ?? "EPSG:4326"))
        throw new ImportError(
          `${path} says only after its features that they are in ${settled}: set "crs": "${settled}" in the recipe.`,
        );
      said = now;
    },
    feature: (value, row) => {
      rows = row;
      places ??= placing(path, settleCrs(path, file.crs, said));
      if (!isFeature(value)) return fault(row, "It is not a GeoJSON feature");
      for (const name in value.properties) {
        unseen.delete(name);
        if (unseen.size > 0) properties.add(name);
      }
      if (!isWanted(only, (column) => textOf(value.properties?.[column]))) return;
      const reason = places.place(value);
      if (reason === null) onFeature(value, row);
      else fault(row, reason);
    },
  };
  await readFeatures(file, local, taker, onProgress);
  places = places as Placing | null;
  places?.finish();
  const [absent] = unseen;
  if (absent !== undefined)
    throw new ImportError(`${path} has no column "${absent}". Its columns are: ${few([...properties])}.`);
  checkRows(file, rows);
  return { rows, faults };
}

/** Goes through the features of a file as they are in it. */
export const readFeatures = (
  file: Pick<ShapeFile, "format" | "layer">,
  local: LocalFile,
  taker: ShapesTaker,
  onProgress: OnProgress,
): Promise<void> =>
  file.format === "geojson"
    ? readGeoJson(local, taker, onProgress)
    : readShapefile(local, file.layer, taker, onProgress);

/** Whether a value is a feature, as far as its shape is not concerned. */
export function isFeature(value: unknown): value is Feature {
  const { type, properties, geometry } = (value ?? {}) as Partial<Feature>;
  return type === "Feature" && typeof (properties ?? {}) === "object" && typeof (geometry ?? {}) === "object";
}

const textOf = (value: unknown): string => (value === undefined || value === null ? "" : String(value).trim());
