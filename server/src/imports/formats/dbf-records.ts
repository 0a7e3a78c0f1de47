import { isUtf8 } from "node:buffer";
import type { GeoJsonProperties } from "geojson";
import iconv from "iconv-lite";
import type { ByteReader } from "./byte-reader.ts";
import { Damaged } from "./shp-shapes.ts";

/** Goes through the rows of a .dbf table. */
export interface DbfRecords {
  readonly count: number;
  /** The next row; null is one that was struck out, undefined the end. */
  readonly next: () => Promise<GeoJsonProperties | undefined>;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

const STRUCK_OUT = 0x2a;

/**
 * Opens a .dbf table. Text is trimmed, an empty cell is null, a day is YYYY-MM-DD.
 *
 * @param codePage what the .cpg file beside it says; null where there is none: UTF-8 where the bytes are that, else
 * windows-1252
 * @throws Damaged on what is no .dbf, or is shorter than it says it is
 */
export async function openDbf(reader: ByteReader, codePage: string | null): Promise<DbfRecords> {
  const header = Buffer.from(await reader.take(32));
  if (header.length < 32) throw new Damaged("its table is no .dbf file");
  const count = header.readUInt32LE(4);
  const length = header.readUInt16LE(10);
  const decode = decoderOf(codePage);
  const fields = fieldsOf(await reader.take(header.readUInt16LE(8) - 32), decode);
  if (fields.length === 0 || length === 0) throw new Damaged("its table is no .dbf file");
  let row = 0;
  return {
    count,
    next: async () => {
      if (row >= count) return undefined;
      const record = await reader.take(length);
      if (record.length < length) throw new Damaged(`its table ends after ${row} of ${count} rows`);
      row++;
      if (record[0] === STRUCK_OUT) return null;
      return Object.fromEntries(fields.map((field) => [field.name, cellOf(field, record, decode)]));
    },
  };
}

function fieldsOf(header: Buffer, decode: (bytes: Buffer) => string): Field[] {
  const fields: Field[] = [];
  let at = 1;
  for (let n = 0; n + 32 <= header.length && header[n] !== 0x0d; n += 32) {
    const name = header.subarray(n, n + 11);
    const end = name.indexOf(0);
    const length = header[n + 16] ?? 0;
    const type = String.fromCharCode(header[n + 11] ?? 0);
    fields.push({ name: decode(end < 0 ? name : name.subarray(0, end)).trim(), type, at, length });
    at += length;
  }
  return fields;
}

function cellOf({ type, at, length }: Field, record: Buffer, decode: (bytes: Buffer) => string) {
  const text = decode(record.subarray(at, at + length))
    .replace(/\0.*$/s, "")
    .trim();
  if (type === "N" || type === "F") return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
  if (type === "L") return /^[yt]$/i.test(text) ? true : /^[nf]$/i.test(text) ? false : null;
  if (type === "D") return /^\d{8}$/.test(text) ? text.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3") : null;
  return text || null;
}

function decoderOf(codePage: string | null): (bytes: Buffer) => string {
  const name = codePage?.trim() ?? "";
  const number = /(\d{3,5})\s*$/.exec(name)?.[1];
  const encoding = [name, number === "88591" ? "iso-8859-1" : `cp${number}`].find((one) => iconv.encodingExists(one));
  if (name !== "" && encoding !== undefined) return (bytes) => iconv.decode(bytes, encoding);
  return (bytes) => (isUtf8(bytes) ? bytes.toString("utf8") : iconv.decode(bytes, "windows-1252"));
}
