import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { type LocalFile, openLocal } from "../files/local-file.ts";
import { beginsAsPage } from "../files/web-page.ts";
import { ImportError } from "../import-error.ts";
import { byteOrderMark, type Encoding, utf8Check } from "./decode.ts";

export interface Sniffed {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Up to 200 rows from the beginning, cells trimmed, without those that hold nothing. */
  readonly rows: string[][];
}

const DELIMITERS = [",", ";", "\t", "|", "\u00AC", ":"];
const SAMPLE_BYTES = 512 * 1024;
const SAMPLE_ROWS = 200;
/** Part of the rows that must have as many fields as the first. */
const AGREEING = 0.9;

/**
 * Finds how a text file writes its letters, from all of it, and what parts its fields, from its beginning.
 *
 * @throws ImportError on a file that is empty, not text, or no table
 */
export async function sniffCsv(local: LocalFile): Promise<Sniffed> {
  const { path } = local;
  if (local.bytes === 0) throw new ImportError(`${path} is empty (0 bytes).`);
  const { sample, encoding } = await sampleOf(local);
  const text = iconv.decode(sample, encoding);
  if (text.includes("\0")) throw new ImportError(`${path} is not a table: it is not text.`);
  if (/^\s*[[{]/.test(text)) throw new ImportError(`${path} is not a table: it is JSON.`);
  if (beginsAsPage(text)) throw new ImportError(`${path} is not a table: it is a web page.`);
  if (/^\s*<|^%PDF/.test(text)) throw new ImportError(`${path} is not a table: it is ${text.trim().slice(0, 5)}….`);
  if (text.trim() === "")
    throw new ImportError(`${path} has no rows: it holds nothing but blanks or a byte-order mark.`);
  const cut = sample.length < local.bytes;
  const found = DELIMITERS.map((delimiter) => ({ delimiter, ...rowsBy(text, delimiter, cut) }))
    .filter(({ width, agreeing }) => width > 1 && agreeing >= AGREEING)
    .sort((a, b) => Math.round(b.agreeing * 50) - Math.round(a.agreeing * 50) || b.width - a.width)[0];
  if (found !== undefined) return { encoding, delimiter: found.delimiter, rows: found.rows };
  const { rows, width } = rowsBy(text, ",", cut);
  if (width !== 1 || rows.some((row) => row.length !== 1))
    throw new ImportError(`${path} is not a table: its rows have no common number of fields.`);
  return { encoding, delimiter: ",", rows };
}

async function sampleOf(local: LocalFile): Promise<{ sample: Buffer; encoding: Encoding }> {
  const utf8 = utf8Check();
  let head: Buffer = Buffer.alloc(0);
  let between = false;
  await pipeline(openLocal(local), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      if (head.length < SAMPLE_BYTES) head = Buffer.concat([head, chunk]);
      utf8.take(chunk);
      if (!utf8.isSound() && !between) between = chunk.some((byte) => byte >= 0x80 && byte < 0xa0);
    }
  });
  utf8.end();
  const mark = byteOrderMark(head);
  if (mark?.encoding === "utf-16be")
    throw new ImportError(`${local.path} is written in big-endian UTF-16, which is not read. Save it as UTF-8.`);
  const sample = head.subarray(mark?.length ?? 0, SAMPLE_BYTES);
  if (mark) return { sample, encoding: mark.encoding };
  return { sample, encoding: utf8.isSound() ? "utf-8" : between ? "windows-1252" : "iso-8859-1" };
}

/** Rows of a sample by one delimiter, their common width, and how many of them have it. */
function rowsBy(text: string, delimiter: string, cut: boolean): { rows: string[][]; width: number; agreeing: number } {
  const rows = parsed(text, delimiter).filter((row) => row.some((cell) => cell !== ""));
  if (cut && rows.length <= SAMPLE_ROWS) rows.pop();
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width = 0, times = 0] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { rows: rows.slice(0, SAMPLE_ROWS), width, agreeing: times / Math.max(1, rows.length) };
}

/** A wrong delimiter or a cut sample may leave a quotation mark open: what came before it is given. */
function parsed(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  try {
    parse(text, {
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      to: SAMPLE_ROWS + 1,
      on_record: (row: string[]) => {
        rows.push(row);
        return null;
      },
    });
  } catch {
    return rows;
  }
  return rows;
}
