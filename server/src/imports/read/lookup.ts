import type { LookupFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { readTable } from "../formats/table.ts";
import type { OnProgress } from "../progress.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Measured } from "./measured.ts";

/** Reads which ward each small area belongs to; rows of other places, or of other years' codes, are passed over. */
export async function readLookup(
  file: z.infer<typeof LookupFile>,
  local: LocalFile,
  wards: Boundaries,
  areas: Boundaries,
  onProgress: OnProgress,
): Promise<Measured & { wardOf: ReadonlyMap<number, number> }> {
  const wardOf = new Map<number, number>();
  const faults: Fault[] = [];
  const { area: areaColumn, ward: wardColumn } = file.columns;
  const read = await readTable(
    file,
    local,
    [areaColumn, wardColumn],
    (cell, row) => {
      const area = areas.rowOf.get(cell(areaColumn));
      if (area === undefined) return;
      const ward = wards.rowOf.get(cell(wardColumn));
      const fault = (field: string, reason: string) => void faults.push({ file: file.path, row, field, reason });
      if (ward === undefined) return fault(wardColumn, `${cell(wardColumn)} is not a ward of the boundaries`);
      if (wardOf.has(area)) return fault(areaColumn, `${cell(areaColumn)} comes twice; the first row counts`);
      wardOf.set(area, ward);
    },
    onProgress,
  );
  return { ...read, faults: [...read.faults, ...faults], wardOf, matched: [...wardOf.keys()] };
}
