import type { Fault } from "@needs-map/shared/contract/source";
import { CsvError, parse } from "csv-parse/sync";
import { counted, ImportError } from "../import-error.ts";

/** Gives a cell of the row that is being read; the empty text where the column is not mapped. */
export type Cell = (column: string | undefined) => string;

interface TableFile {
  readonly path: string;
  /** How many rows it must hold; any number when left out. */
  readonly rows?: number;
}

/**
 * Reads a CSV file row by row, with cells trimmed. Rows are numbered as a spreadsheet does: the headings are row 1.
 *
 * @param columns headings that the file must have
 * @returns faults of rows whose number of fields differs from the headings'; they are not given to `onRow`
 * @throws ImportError on text that is not CSV, a heading that is not there, or another number of rows
 */
export function readCsv(
  file: TableFile,
  bytes: Buffer,
  columns: readonly (string | undefined)[],
  onRow: (cell: Cell, row: number) => void,
): Fault[] {
  const faults: Fault[] = [];
  let headings: Map<string, number> | null = null;
  let row = 0;
  let fields: readonly string[] = [];
  const cell: Cell = (column) => (column === undefined ? "" : (fields[headings?.get(column) ?? -1] ?? ""));

  const take = (record: string[]) => {
    row++;
    if (headings === null) {
      headings = new Map(record.map((heading, at) => [heading, at]));
      const absent = columns.find((column) => column !== undefined && !headings?.has(column));
      if (absent !== undefined)
        throw new ImportError(`${file.path} has no column "${absent}". Its columns are: ${record.join(", ")}.`);
    } else if (record.length !== headings.size) {
      const reason = `The row has ${record.length} fields and the headings are ${headings.size}`;
      faults.push({ file: file.path, row, field: null, reason });
    } else {
      fields = record;
      onRow(cell, row);
    }
    return null;
  };
  try {
    parse(bytes, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, on_record: take });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError(`${file.path} cannot be read as CSV: ${error.message}.`);
  }
  checkRows(file, Math.max(0, row - 1));
  return faults;
}

/** @throws ImportError when a file holds another number of rows than the recipe says */
export function checkRows(file: TableFile, found: number): void {
  if (file.rows !== undefined && found !== file.rows)
    throw new ImportError(`${file.path}: expected ${counted(file.rows)} rows, found ${counted(found)}.`);
}
