import type { OtherSmallAreasFile, OtherWardsFile, SmallAreasFile, WardsFile } from "@needs-map/shared/contract/recipe";
import { pointInside } from "@needs-map/shared/domain/geo/inside";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { readShapes } from "../formats/shapes.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { type Area, areaOf, property } from "./feature.ts";
import { boxOf, type Locate, locator } from "./locate.ts";
import type { Measured } from "./measured.ts";
import type { Box } from "./position.ts";

export interface BoundaryUnit {
  /** Of the feature in its file, from 1. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly nameWelsh: string | null;
  readonly shape: Area;
  /** The widest inside point: longitude, latitude. */
  readonly inside: readonly [number, number];
}

/** The wards or small areas of a place, in the order of their codes; a row is a position in this list. */
export interface Boundaries {
  /** The file, as the recipe names it. */
  readonly path: string;
  readonly units: readonly BoundaryUnit[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly locate: Locate;
  readonly box: Box;
}

type File = z.infer<typeof WardsFile | typeof SmallAreasFile | typeof OtherWardsFile | typeof OtherSmallAreasFile>;

/**
 * Reads wards or small areas. Every later figure rests on them, so a fault here stops the import.
 *
 * @throws ImportError on a feature without code, name or a sound shape, on a code that comes twice, and on none at all
 */
export async function readBoundaries(
  file: File,
  local: LocalFile,
  onProgress: OnProgress,
): Promise<Boundaries & Measured> {
  const welsh = file.role === "wards" ? file.columns.nameWelsh : undefined;
  const units: BoundaryUnit[] = [];
  const read = await readShapes(
    file,
    local,
    (feature, row) => {
      const stop = (reason: string) => new ImportError(`${file.path}, feature ${row}: ${reason}.`);
      const code = property(feature, file.columns.code);
      const name = property(feature, file.columns.name);
      if (code === "") throw stop(`it has no "${file.columns.code}"`);
      if (name === "") throw stop(`it has no "${file.columns.name}"`);
      const shape = areaOf(feature);
      if (typeof shape === "string") throw stop(`the shape of ${code} cannot be used: ${shape}`);
      units.push({ row, code, name, nameWelsh: property(feature, welsh) || null, shape, inside: pointInside(shape) });
    },
    onProgress,
  );
  const [fault] = read.faults;
  if (fault) throw new ImportError(`${file.path}, feature ${fault.row}: ${fault.reason}.`);
  if (units.length === 0) throw new ImportError(`${file.path} has no area of this place.`);
  units.sort((a, b) => (a.code < b.code ? -1 : 1));
  const twice = units.find((unit, at) => unit.code === units[at + 1]?.code);
  if (twice) throw new ImportError(`${file.path}: the code ${twice.code} comes twice.`);
  return {
    ...read,
    path: file.path,
    units,
    rowOf: new Map(units.map((unit, row) => [unit.code, row])),
    locate: locator(units.map((unit) => unit.shape)),
    box: boxOf(units.map((unit) => unit.shape)),
    ...(file.role.startsWith("other-") ? {} : { matched: units.map((_, row) => row) }),
  };
}
