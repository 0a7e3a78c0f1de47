import type { IndicatorsFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { isMissing, readNumber } from "../formats/number.ts";
import { readTable } from "../formats/table.ts";
import { few } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Measured } from "./measured.ts";

export interface IndicatorRead {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly theme: string;
  readonly higherIsMoreNeed: boolean;
  readonly vintage: string;
  readonly source: string;
  readonly of: "small-areas" | "wards";
  /** Year of the wards that were counted, where the figures were carried over; else null. */
  readonly carriedFrom: number | null;
  /** A value a small area or ward, in row order; null where the source has none. */
  readonly values: readonly (number | null)[];
  /** What each value is a share of, where values are shares of counts; else null. */
  readonly counted: readonly (number | null)[] | null;
}

export interface IndicatorsRead extends Measured {
  readonly indicators: readonly IndicatorRead[];
}

/** Reads figures of small areas; rows of other places are passed over, and a value that is missing stays missing. */
export async function readIndicators(
  file: z.infer<typeof IndicatorsFile>,
  local: LocalFile,
  areas: Boundaries,
  onProgress: OnProgress,
): Promise<IndicatorsRead> {
  const faults: Fault[] = [];
  const seen = new Set<number>();
  const others = new Set<string>();
  const values = file.indicators.map(() => new Array<number | null>(areas.units.length).fill(null));
  const fault = (row: number | null, field: string, reason: string) =>
    void faults.push({ file: file.path, row, field, reason });

  const columns = [file.columns.code, ...file.indicators.map((indicator) => indicator.column)];
  const read = await readTable(
    file,
    local,
    columns,
    (cell, row) => {
      const code = cell(file.columns.code);
      const area = areas.rowOf.get(code);
      if (area === undefined) return void (others.size < 10 && others.add(code));
      if (seen.has(area)) return fault(row, file.columns.code, `${code} comes twice; the first row counts`);
      seen.add(area);
      file.indicators.forEach(({ column }, at) => {
        const value = readNumber(cell(column));
        if (value === null && !isMissing(file, cell(column)))
          fault(row, column, `"${cell(column)}" is not a number; it counts as missing`);
        const ofIndicator = values[at];
        if (ofIndicator) ofIndicator[area] = value;
      });
    },
    onProgress,
  );
  faults.push(...unmatched(file.path, file.columns.code, areas, seen, [...others]));
  const indicators = file.indicators.map(({ column: _, ...indicator }, at) => ({
    ...indicator,
    theme: file.theme,
    vintage: file.vintage,
    source: file.id,
    of: "small-areas" as const,
    carriedFrom: null,
    values: values[at] ?? [],
    counted: null,
  }));
  return { ...read, indicators, faults: [...read.faults, ...faults], matched: [...seen] };
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
