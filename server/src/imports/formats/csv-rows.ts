import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { type LocalFile, openLocal } from "../files/local-file.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { decoding, type Encoding } from "./decode.ts";

/** A row longer than this is a quotation mark that was never closed. */
const MOST_ROW_BYTES = 4 * 1024 * 1024;

/**
 * Gives the rows of a CSV file one by one, cells trimmed, without those that hold nothing. Rows are numbered as a
 * spreadsheet does: the first is 1, and empty ones count; a quoted line break does not begin a new row. What is held
 * at a time is a piece of the file.
 *
 * @throws ImportError on text that is not CSV, or not in the encoding that it is said to be in
 */
export async function readCsvRows(
  local: LocalFile,
  layout: { readonly encoding?: Encoding | undefined; readonly delimiter?: string | undefined },
  onRow: (fields: readonly string[], row: number) => void,
  onProgress: OnProgress,
): Promise<void> {
  const { path } = local;
  const text = decoding(path, layout.encoding);
  let records = 0;
  let firstAccented = 0;

  const take = (fields: string[], { empty_lines }: { empty_lines: number }) => {
    const row = ++records + empty_lines;
    if (text.isDamaged() && fields.some((field) => field.includes("\uFFFD")))
      throw new ImportError(`${path}, row ${row}: the text is not ${text.encoding()}. ${SAY_ENCODING}`);
    if (firstAccented === 0 && text.encoding() !== "utf-8" && fields.some(isAccented)) firstAccented = row;
    if (fields.some((field) => field !== "")) onRow(fields, row);
    return null;
  };
  const parser = parse({
    delimiter: layout.delimiter ?? ",",
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: MOST_ROW_BYTES,
    on_record: take,
  });
  parser.resume();
  try {
    await pipeline(openLocal(local), counting(local, onProgress), text.stream, parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const hint = error.code === "CSV_MAX_RECORD_SIZE" ? " A quotation mark may be missing" : "";
    throw new ImportError(`${path} cannot be read as CSV: ${error.message}.${hint && `${hint}.`}`);
  }
  if (text.readsAsUtf8())
    throw new ImportError(
      `${path}, row ${firstAccented || 1}: the text is utf-8, not ${text.encoding()}. ${SAY_ENCODING}`,
    );
}

const SAY_ENCODING = 'Set "encoding" in the recipe.';

const isAccented = (field: string): boolean => /[^\0-\x7f]/.test(field);

/** Tells how many bytes went by. */
export function counting(local: LocalFile, onProgress: OnProgress): Transform {
  const step = `Reading ${local.path}`;
  let done = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      done += chunk.length;
      try {
        onProgress({ step, done, total: local.bytes });
        next(null, chunk);
      } catch (error) {
        next(error as Error);
      }
    },
  });
}
