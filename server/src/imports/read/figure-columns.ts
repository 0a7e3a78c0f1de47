import type { IndicatorsFile, VintagesFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { isMissing, readNumber } from "../formats/number.ts";
import { readTable } from "../formats/table.ts";
import { few } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Measured } from "./measured.ts";

/** The mean of a column over every area of a file, each counted once. */
export interface WholeMean {
  readonly mean: number;
  readonly areas: number;
}

export interface FigureColumns extends Measured {
  /** One list a column, a value a unit in row order; null where the source has none. */
  readonly values: readonly (readonly (number | null)[])[];
  /** One a column, over the rows of every place; null where no row has a value. */
  readonly whole: readonly (WholeMean | null)[];
  /** Units that the file has a row for. */
  readonly seen: ReadonlySet<number>;
}

/** Reads columns of figures of areas. Rows of other places count for the mean of the whole file alone. */
export async function readFigureColumns(
  file: z.infer<typeof IndicatorsFile> | z.infer<typeof VintagesFile>,
  columns: readonly string[],
  local: LocalFile,
  areas: Boundaries,
  onProgress: OnProgress,
): Promise<FigureColumns> {
  const faults: Fault[] = [];
  const seen = new Set<number>();
  const known = new Set<string>();
  const others = new Set<string>();
  const values = columns.map(() => new Array<number | null>(areas.units.length).fill(null));
  const sums = columns.map(() => ({ sum: 0, areas: 0 }));
  const fault = (row: number | null, field: string, reason: string) =>
    void faults.push({ file: file.path, row, field, reason });

  const read = await readTable(
    file,
    local,
    [file.columns.code, ...columns],
    (cell, row) => {
      const code = cell(file.columns.code);
      const area = areas.rowOf.get(code);
      const twice = known.has(code);
      known.add(code);
      if (area === undefined && others.size < 10) others.add(code);
      if (twice) {
        if (area !== undefined) fault(row, file.columns.code, `${code} comes twice; the first row counts`);
        return;
      }
      if (area !== undefined) seen.add(area);
      for (const [at, column] of columns.entries()) {
        const value = readNumber(cell(column));
        const sum = sums[at];
        if (value !== null && sum) {
          sum.sum += value;
          sum.areas += 1;
        }
        if (area === undefined) continue;
        if (value === null && !isMissing(file, cell(column)))
          fault(row, column, `"${cell(column)}" is not a number; it counts as missing`);
        const ofColumn = values[at];
        if (ofColumn) ofColumn[area] = value;
      }
    },
    onProgress,
  );
  faults.push(...unmatched(file.path, file.columns.code, areas, seen, [...others]));
  return {
    ...read,
    values,
    whole: sums.map(({ sum, areas: count }) => (count > 0 ? { mean: sum / count, areas: count } : null)),
    seen,
    faults: [...read.faults, ...faults],
    matched: [...seen],
  };
}

/** Units without a row: each by its code, or all in one sentence where the file is of other codes. */
export function unmatched(
  file: string,
  field: string,
  { units }: Boundaries,
  seen: ReadonlySet<number>,
  others: readonly string[],
): Fault[] {
  if (seen.size === 0 && others.length > 0) {
    const reason = `None of its codes (${few(others)}) is of this place's boundaries; are they of another year? Its figures are missing`;
    return [{ file, row: null, field, reason }];
  }
  return units
    .filter((_, row) => !seen.has(row))
    .map(({ code }) => ({ file, row: null, field, reason: `There is no row for ${code}; its figures are missing` }));
}
