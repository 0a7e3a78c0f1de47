import { readHead } from "../files/head.ts";
import type { LocalFile } from "../files/local-file.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { numberText } from "./xlsx-cell.ts";
import { readWorkbook, type Workbook } from "./xlsx-workbook.ts";
import { type Attributes, readXml } from "./xml.ts";
import { openZip, type Zip } from "./zip.ts";

/**
 * Takes a row: its cells trimmed, its number in the sheet, and the positions of formulas for which the file has no
 * value.
 */
export type OnSheetRow = (fields: readonly string[], row: number, unvalued: readonly number[]) => void;

/** The width of a sheet of Excel. */
const MOST_COLUMNS = 16_384;

/**
 * Gives the rows of a sheet one by one, without those that hold nothing. Held at a time are a piece of the sheet and
 * the texts that its cells share.
 *
 * @param sheet its name; the first when left out
 * @throws ImportError on what is no Excel workbook, has no such sheet, or is damaged
 */
export async function readSheetRows(
  local: LocalFile,
  sheet: string | undefined,
  onRow: OnSheetRow,
  onProgress: OnProgress,
): Promise<void> {
  await withWorkbook(local, async (zip, workbook) => {
    const { sheets } = workbook;
    const found = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
    if (found === undefined) {
      const names = sheets.map(({ name }) => name).join(", ");
      throw new ImportError(`${local.path} has no sheet "${sheet}". Its sheets are: ${names}.`);
    }
    await readSheet(local.path, zip, workbook, found.entry, onRow, onProgress);
  });
}

/** Opens a workbook for as long as something is done with it. */
export async function withWorkbook<T>(local: LocalFile, use: (zip: Zip, workbook: Workbook) => Promise<T>): Promise<T> {
  if (isOldWorkbook(local.at))
    throw new ImportError(`${local.path} is an old (.xls) or a locked workbook. Save it as .xlsx without a password.`);
  const zip = await openZip(local);
  try {
    return await use(zip, await readWorkbook(local.path, zip));
  } finally {
    await zip.close();
  }
}

/** Reads one sheet of a workbook that is open. */
export async function readSheet(
  path: string,
  zip: Zip,
  workbook: Workbook,
  entry: string,
  onRow: OnSheetRow,
  onProgress: OnProgress,
): Promise<void> {
  const total = zip.bytes(entry);
  let row = 0;
  let fields: string[] = [];
  let unvalued: number[] = [];
  let column = 0;
  let cell: Attributes = {};
  let value = "";
  let formula = false;
  let within = "";

  const open = (name: string, attributes: Attributes) => {
    within = name;
    if (name === "row") {
      row = Number(attributes.r ?? row + 1);
      fields = [];
      unvalued = [];
      column = -1;
    } else if (name === "c") {
      cell = attributes;
      column = columnOf(attributes.r) ?? column + 1;
      if (column >= MOST_COLUMNS) throw new ImportError(`${path}, row ${row}: it has a cell outside of any sheet.`);
      value = "";
      formula = false;
    } else if (name === "f") formula = true;
  };
  const text = (piece: string) => {
    if (within === "v" || within === "t") value += piece;
  };
  const endRow = () => {
    while (fields.at(-1) === "") fields.pop();
    if (fields.length > 0 || unvalued.length > 0) onRow(fields, row, unvalued);
  };
  const close = (name: string) => {
    within = "";
    if (name === "row") endRow();
    if (name !== "c") return;
    while (fields.length < column) fields.push("");
    fields[column] = cellText(cell, value, workbook).trim();
    if (formula && value === "" && cell.t !== "str") unvalued.push(column);
  };
  const step = `Reading ${path}`;
  const progress = (done: number) => onProgress({ step, done, total });
  await readXml(path, await zip.stream(entry), { open, text, close, progress });
}

function cellText({ t: kind = "n", s: style = "0" }: Attributes, value: string, workbook: Workbook): string {
  if (kind === "s") return workbook.texts[Number(value)] ?? "";
  if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
  if (kind === "d") return value.slice(0, 10);
  if (kind !== "n") return value;
  return numberText(value, workbook.styles[Number(style)] ?? "plain", workbook.from1904);
}

/** "A1" → 0, "AB7" → 27; null where a cell does not say where it is. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]+/.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The container of workbooks before 2007 and of encrypted ones. */
export const isOldWorkbook = (at: string): boolean => readHead(at, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
