import type { Fault } from "@needs-map/shared/contract/source";
import type { LocalFile } from "../files/local-file.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { readCsvRows } from "./csv-rows.ts";
import type { Encoding } from "./decode.ts";
import { checkRows, isWanted, type Only } from "./rows.ts";
import { readSheetRows } from "./xlsx-rows.ts";

/** Gives a cell of the row that is being read, trimmed; the empty text where the column is not mapped. */
export type Cell = (column: string | undefined) => string;

/** What a recipe says of a table: a file of a table role fits. */
export interface TableFile {
  readonly path: string;
  /** How many rows it must hold, before any are left out; any number when left out. */
  readonly rows?: number | undefined;
  readonly format: "csv" | "xlsx";
  /** Left out: what a byte-order mark says, else UTF-8. */
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: string | undefined;
  /** Names of the columns in order, for a file without a heading row. */
  readonly headings?: readonly string[] | undefined;
  readonly sheet?: string | undefined;
  readonly only?: Only | undefined;
}

export interface Read {
  /** Rows or features in the file, before any were left out. */
  readonly rows: number;
  readonly faults: Fault[];
}

/** How many rows above its headings a table may have: a title, a source, a date. */
export const TITLE_ROWS = 20;

/**
 * Reads a CSV file, or a sheet of an Excel workbook, row by row. Rows are numbered as a spreadsheet does: the first
 * is 1. The headings are the first row, or one of the next few that has all the columns, where a title stands above
 * it. A date in a workbook comes as YYYY-MM-DD, a number as plain digits, a formula as the value that
 * was last worked out for it. Throwing from `onRow` or `onProgress` stops the reading and closes the file.
 *
 * @param columns headings that the file must have
 * @returns faults of rows that were not given to `onRow`: another number of fields than the headings, a formula
 * without a value in a column that is needed
 * @throws ImportError on a file that is no such table, is empty, lacks a heading, or has another number of rows
 */
export async function readTable(
  file: TableFile,
  local: LocalFile,
  columns: readonly (string | undefined)[],
  onRow: (cell: Cell, row: number) => void,
  onProgress: OnProgress = () => {},
): Promise<Read> {
  const { path, only = {} } = file;
  if (local.bytes === 0) throw new ImportError(`${path} is empty (0 bytes).`);
  const needed = [...columns.filter((column) => column !== undefined), ...Object.keys(only)];
  const faults: Fault[] = [];
  let headings: Headings | null = file.headings ? headingsOf(path, file.headings, needed) : null;
  let top: readonly string[] | null = null;
  let rows = 0;
  let fields: readonly string[] = [];
  const cell: Cell = (column) => (column === undefined ? "" : (fields[headings?.at.get(column) ?? -1] ?? ""));

  const take = (given: readonly string[], row: number, unvalued: readonly number[] = []) => {
    if (headings === null) {
      if (top === null || given.length > top.length) top = given;
      if (row > TITLE_ROWS) headings = headingsOf(path, top, needed);
      else if (needed.every((column) => given.includes(column))) headings = headingsOf(path, given, needed);
      return;
    }
    rows++;
    if (file.headings && rows === 1 && given.length !== headings.count && file.format === "csv")
      throw new ImportError(
        `${path}, row ${row}: it has ${given.length} fields, and the recipe names ${headings.count} headings.`,
      );
    if (given.length > headings.count || (given.length < headings.count && file.format === "csv")) {
      const reason = `The row has ${given.length} fields and the headings are ${headings.count}`;
      faults.push({ file: path, row, field: null, reason });
      return;
    }
    const { at } = headings;
    const field = needed.find((column) => unvalued.includes(at.get(column) ?? -1));
    if (field !== undefined) {
      faults.push({ file: path, row, field, reason: "The cell holds a formula without a value" });
      return;
    }
    fields = given;
    if (isWanted(only, cell)) onRow(cell, row);
  };
  if (file.format === "xlsx") await readSheetRows(local, file.sheet, take, onProgress);
  else await readCsvRows(local, file, take, onProgress);

  if (headings === null && top !== null) headings = headingsOf(path, top, needed);
  if (headings === null)
    throw new ImportError(`${path} has no rows: it holds nothing but blanks or a byte-order mark.`);
  if (rows === 0) throw new ImportError(`${path} has ${file.headings ? "" : "headings and "}no rows.`);
  checkRows(file, rows);
  return { rows, faults };
}

interface Headings {
  /** Position of each column; of one that comes twice, the last. */
  readonly at: ReadonlyMap<string, number>;
  readonly count: number;
}

/** @throws ImportError when a column that is needed is not among the headings, or is there twice */
function headingsOf(path: string, names: readonly string[], needed: readonly string[]): Headings {
  const at = new Map(names.map((heading, position) => [heading, position]));
  const absent = needed.find((column) => !at.has(column));
  if (absent !== undefined) {
    const joined = names.length === 1 ? (/[;\t|¬]/.exec(names[0] ?? "")?.[0] ?? "") : "";
    const hint = joined && ` The "delimiter" may be ${joined === "\t" ? "a tab" : `"${joined}"`}.`;
    throw new ImportError(`${path} has no column "${absent}". Its columns are: ${names.join(", ")}.${hint}`);
  }
  const twice = needed.find((column) => names.indexOf(column) !== at.get(column));
  if (twice !== undefined) throw new ImportError(`${path} has the column "${twice}" more than once.`);
  return { at, count: names.length };
}
