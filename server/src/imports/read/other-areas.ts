import type { OtherSmallAreasFile, OtherWardsFile } from "@needs-map/shared/contract/recipe";
import { type Overlap, overlapOf } from "@needs-map/shared/domain/boundaries/carry-over";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import type { OnProgress } from "../progress.ts";
import { type Boundaries, readBoundaries } from "./boundaries.ts";
import type { Demand } from "./demand.ts";
import type { Measured } from "./measured.ts";

/** The place's wards or small areas of another year, and how their people live in today's. */
export interface OtherAreas extends Boundaries, Measured {
  readonly source: string;
  readonly year: number;
  readonly overlap: Overlap;
}

/** A gap between drawings this wide or less is crossed to the nearest old area. */
const STEPS = [0.0005, 0.001, 0.002, 0.004];

/**
 * Reads wards or small areas as they were drawn in another year. Each demand point stands in the old area that holds it,
 * or in the nearest one where a simplified outline leaves it just outside.
 *
 * @param today the wards or small areas of today, to which figures are carried
 */
export async function readOtherAreas(
  file: z.infer<typeof OtherWardsFile> | z.infer<typeof OtherSmallAreasFile>,
  local: LocalFile,
  onProgress: OnProgress,
  { points, cellOf, cells, people }: Demand,
  today: Boundaries,
): Promise<OtherAreas> {
  const read = await readBoundaries(file, local, onProgress);
  const ofCell = Float64Array.from(cells.points, (count, cell) => {
    const everyone = people.subarray(cell * AGES, (cell + 1) * AGES).reduce((sum, aged) => sum + aged, 0);
    return everyone / count;
  });
  const overlap = overlapOf(
    Int32Array.from(points, ({ lon, lat }) => locateNear(read, lon, lat)),
    Int32Array.from(points, ({ ward, area }) => (file.role === "other-wards" ? ward : area)),
    Float64Array.from(cellOf, (cell) => ofCell[cell] ?? 0),
  );
  const reached = new Set(overlap.to);
  const faults = read.units
    .filter((_, row) => !overlap.from.includes(row))
    .map(({ code }) => ({
      file: file.path,
      row: null,
      field: file.columns.code,
      reason: `${code} holds nobody of the place; its figures are not carried over`,
    }));
  return {
    ...read,
    faults: [...read.faults, ...faults],
    source: file.id,
    year: file.year,
    overlap,
    matched: today.units.map((_, row) => row).filter((row) => reached.has(row)),
  };
}

/** The area that holds a point, or one within about 400 metres in eight directions, nearest first; else −1. */
function locateNear({ locate }: Boundaries, lon: number, lat: number): number {
  const here = locate(lon, lat);
  if (here >= 0) return here;
  for (const step of STEPS)
    for (let turn = 0; turn < 8; turn++) {
      const angle = (turn * Math.PI) / 4;
      const found = locate(lon + 1.7 * step * Math.cos(angle), lat + step * Math.sin(angle));
      if (found >= 0) return found;
    }
  return -1;
}
