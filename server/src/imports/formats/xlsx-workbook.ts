import { posix } from "node:path";
import { Readable } from "node:stream";
import { counted, ImportError } from "../import-error.ts";
import { readXml } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** What the cells of a workbook refer to. */
export interface Workbook {
  /** Sheets in order, and the entry of the zip that holds each. */
  readonly sheets: readonly { readonly name: string; readonly entry: string }[];
  /** Texts that cells name by number. */
  readonly texts: readonly string[];
  /** For each cell style: whether it shows a number as a day, a time of day, or as it is. */
  readonly styles: readonly NumberStyle[];
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
}

export type NumberStyle = "plain" | "date" | "time";

const MOST_TEXTS_BYTES = 256 * 1024 ** 2;

/** @throws ImportError when the zip is no Excel workbook */
export async function readWorkbook(path: string, zip: Zip): Promise<Workbook> {
  const targets = await relations(path, zip, "_rels/.rels", "");
  const main = [...targets.values()].find(({ type }) => type.endsWith("/officeDocument"))?.entry ?? "xl/workbook.xml";
  if (!zip.names.includes(main)) throw new ImportError(`${path} is a zip, but not an Excel workbook (.xlsx).`);
  const folder = posix.dirname(main);
  const parts = await relations(path, zip, `${folder}/_rels/${posix.basename(main)}.rels`, folder);
  const partOf = (kind: string) => [...parts.values()].find(({ type }) => type.endsWith(`/${kind}`))?.entry;

  const sheets: { name: string; entry: string }[] = [];
  let from1904 = false;
  await readPart(path, zip, main, (name, attributes) => {
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
    if (name !== "sheet") return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
    const part = parts.get(id ?? "");
    if (part?.type.endsWith("/worksheet")) sheets.push({ name: attributes.name ?? "", entry: part.entry });
  });
  if (sheets.length === 0) throw new ImportError(`${path} is a workbook without a sheet of cells.`);
  return {
    sheets,
    texts: await sharedTexts(path, zip, partOf("sharedStrings")),
    styles: await cellStyles(path, zip, partOf("styles")),
    from1904,
  };
}

async function readPart(
  path: string,
  zip: Zip,
  entry: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
  close?: (name: string) => void,
) {
  const text = await zip.text(entry);
  if (text !== null) await readXml(path, Readable.from([Buffer.from(text)]), { open, ...(close && { close }) });
}

async function relations(path: string, zip: Zip, entry: string, folder: string) {
  const found = new Map<string, { type: string; entry: string }>();
  await readPart(path, zip, entry, (name, { Id = "", Type = "", Target = "" }) => {
    if (name !== "Relationship") return;
    found.set(Id, { type: Type, entry: Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target) });
  });
  return found;
}

async function sharedTexts(path: string, zip: Zip, entry: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (entry === undefined || !zip.names.includes(entry)) return texts;
  if (zip.bytes(entry) > MOST_TEXTS_BYTES)
    throw new ImportError(`${path} has ${counted(zip.bytes(entry))} bytes of text, too much to read. Save it as CSV.`);
  let text = "";
  let inText = false;
  let inReading = false;
  await readXml(path, await zip.stream(entry), {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") inReading = true;
      inText = name === "t" && !inReading;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      inText = false;
      if (name === "rPh") inReading = false;
      if (name === "si") texts.push(text);
    },
  });
  return texts;
}

async function cellStyles(path: string, zip: Zip, entry: string | undefined): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    if (name === "cellXfs") inCells = true;
    const id = Number(attributes.numFmtId ?? 0);
    if (name === "xf" && inCells) styles.push(styleOf(id, codes.get(id)));
  };
  const close = (name: string) => {
    if (name === "cellXfs") inCells = false;
  };
  if (entry !== undefined) await readPart(path, zip, entry, open, close);
  return styles;
}

/** What a number format shows: built-in ones have no code. */
function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "date";
    return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? "time" : "plain";
  }
  const letters = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/[yd]|mmm/i.test(letters)) return "date";
  return /[hs]/i.test(letters) ? "time" : "plain";
}
