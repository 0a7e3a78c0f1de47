import type { IndicatorsFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import { readCsv } from "../formats/csv-table.ts";
import type { Boundaries } from "./boundaries.ts";
import { isMissing, readNumber } from "../formats/number.ts";

export interface IndicatorRead {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly theme: string;
  readonly higherIsMoreNeed: boolean;
  readonly vintage: string;
  readonly source: string;
  /** A value a small area, in row order; null where the source has none. */
  readonly values: readonly (number | null)[];
}

/** Reads figures of small areas; rows of other places are passed over, and a value that is missing stays missing. */
export function readIndicators(
  file: z.infer<typeof IndicatorsFile>,
  bytes: Buffer,
  areas: Boundaries,
): { indicators: IndicatorRead[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const seen = new Uint8Array(areas.units.length);
  const values = file.indicators.map(() => new Array<number | null>(areas.units.length).fill(null));
  const fault = (row: number | null, field: string, reason: string) =>
    void faults.push({ file: file.path, row, field, reason });

  const columns = [file.columns.code, ...file.indicators.map((indicator) => indicator.column)];
  const misshapen = readCsv(file, bytes, columns, (cell, row) => {
    const code = cell(file.columns.code);
    const area = areas.rowOf.get(code);
    if (area === undefined) return;
    if (seen[area]) return fault(row, file.columns.code, `${code} comes twice; the first row counts`);
    seen[area] = 1;
    file.indicators.forEach(({ column }, at) => {
      const value = readNumber(cell(column));
      if (value === null && !isMissing(file, cell(column)))
        fault(row, column, `"${cell(column)}" is not a number; it counts as missing`);
      const ofIndicator = values[at];
      if (ofIndicator) ofIndicator[area] = value;
    });
  });
  areas.units.forEach((unit, area) => {
    if (!seen[area]) fault(null, file.columns.code, `There is no row for ${unit.code}; its figures are missing`);
  });
  const indicators = file.indicators.map(({ column: _, ...indicator }, at) => ({
    ...indicator,
    theme: file.theme,
    vintage: file.vintage,
    source: file.id,
    values: values[at] ?? [],
  }));
  return { indicators, faults: [...misshapen, ...faults] };
}
