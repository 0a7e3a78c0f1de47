import type { SmallAreasFile, WardsFile } from "@needs-map/shared/contract/recipe";
import { pointInside } from "@needs-map/shared/domain/geo/inside";
import type { z } from "zod";
import { type Area, areaOf, property, readFeatures } from "../formats/geojson-features.ts";
import { ImportError } from "../import-error.ts";
import { type Locate, locator } from "./locate.ts";

export interface BoundaryUnit {
  readonly code: string;
  readonly name: string;
  readonly nameWelsh: string | null;
  readonly shape: Area;
  /** The widest inside point: longitude, latitude. */
  readonly inside: readonly [number, number];
}

/** The wards or small areas of a place, in the order of their codes; a row is a position in this list. */
export interface Boundaries {
  readonly units: readonly BoundaryUnit[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly locate: Locate;
}

/**
 * Reads wards or small areas. Every later figure rests on them, so a fault here stops the import.
 *
 * @throws ImportError on a feature without code, name or a sound shape, and on a code that comes twice
 */
export function readBoundaries(
  file: z.infer<typeof WardsFile> | z.infer<typeof SmallAreasFile>,
  bytes: Buffer,
): Boundaries {
  const stop = (row: number, reason: string) => new ImportError(`${file.path}, feature ${row}: ${reason}.`);
  const welsh = file.role === "wards" ? file.columns.nameWelsh : undefined;
  const units = readFeatures(file, bytes).map((feature, at): BoundaryUnit => {
    const code = property(feature, file.columns.code);
    const name = property(feature, file.columns.name);
    const shape = areaOf(feature);
    if (code === "") throw stop(at + 1, `it has no "${file.columns.code}"`);
    if (name === "") throw stop(at + 1, `it has no "${file.columns.name}"`);
    if (shape === null) throw stop(at + 1, `the shape of ${code} is not a closed polygon in longitude and latitude`);
    return { code, name, nameWelsh: property(feature, welsh) || null, shape, inside: pointInside(shape) };
  });
  units.sort((a, b) => (a.code < b.code ? -1 : 1));
  const twice = units.find((unit, at) => unit.code === units[at + 1]?.code);
  if (twice) throw new ImportError(`${file.path}: the code ${twice.code} comes twice.`);
  return {
    units,
    rowOf: new Map(units.map((unit, row) => [unit.code, row])),
    locate: locator(units.map((unit) => unit.shape)),
  };
}
