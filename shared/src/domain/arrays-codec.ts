import type { PlaceArrays, ServiceArrays } from "./place-arrays.ts";

/** "NMAR", the first four bytes of encoded arrays. */
const MAGIC = [0x4e, 0x4d, 0x41, 0x52] as const;
const PREFIX_BYTES = 8;

type Column = Float64Array | Int32Array;

interface Part {
  readonly type: "f64" | "i32";
  readonly length: number;
}

interface Header {
  readonly kind: "place" | "services";
  readonly parts: readonly Part[];
  readonly wards?: readonly string[];
  readonly areas?: readonly string[];
  readonly neighboursKnown?: boolean;
  readonly indicators?: readonly { readonly id: string; readonly higherIsMoreNeed: boolean }[];
}

/**
 * Writes a place's arrays as bytes: magic, length of the header, header in JSON, then each array in little-endian
 * order from a byte that is a multiple of 8.
 */
export function encodePlaceArrays({ wards, areas, people, indicators }: PlaceArrays): Uint8Array {
  const { lon, lat, ward, area, cell, cellPeople } = people;
  const columns = [lon, lat, ward, area, cell, cellPeople, ...indicators.map(({ values }) => values)];
  const named = indicators.map(({ id, higherIsMoreNeed }) => ({ id, higherIsMoreNeed }));
  return encode({ kind: "place", parts: columns.map(partOf), wards, areas, indicators: named }, columns);
}

/**
 * Reads what `encodePlaceArrays` wrote; the arrays are views into the buffer, nothing is copied.
 *
 * @throws RangeError when the bytes are something else, or too few or too many
 */
export function decodePlaceArrays(buffer: ArrayBuffer): PlaceArrays {
  const { header, columns } = decode(buffer, "place");
  const { wards = [], areas = [], indicators = [] } = header;
  const [lon, lat, ward, area, cell, cellPeople, ...values] = columns;
  return {
    wards,
    areas,
    people: {
      lon: f64(lon),
      lat: f64(lat),
      ward: i32(ward),
      area: i32(area),
      cell: i32(cell),
      cellPeople: f64(cellPeople),
    },
    indicators: indicators.map((indicator, row) => ({ ...indicator, values: f64(values[row]) })),
  };
}

/** Writes the arrays of one service type as bytes, in the form of `encodePlaceArrays`. */
export function encodeServiceArrays(services: ServiceArrays): Uint8Array {
  const { lon, lat, capacity, confidence, ward, form, neighboursKnown } = services;
  const columns = [lon, lat, capacity, confidence, ward, form];
  return encode({ kind: "services", parts: columns.map(partOf), neighboursKnown }, columns);
}

/**
 * Reads what `encodeServiceArrays` wrote, as views into the buffer.
 *
 * @throws RangeError when the bytes are something else, or too few or too many
 */
export function decodeServiceArrays(buffer: ArrayBuffer): ServiceArrays {
  const { header, columns } = decode(buffer, "services");
  const [lon, lat, capacity, confidence, ward, form] = columns;
  return {
    lon: f64(lon),
    lat: f64(lat),
    capacity: f64(capacity),
    confidence: f64(confidence),
    ward: i32(ward),
    form: i32(form),
    neighboursKnown: header.neighboursKnown === true,
  };
}

function partOf(column: Column): Part {
  return { type: column instanceof Float64Array ? "f64" : "i32", length: column.length };
}

function bytesOf({ type, length }: Part): number {
  return upTo8(length * (type === "f64" ? 8 : 4));
}

function upTo8(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function encode(header: Header, columns: readonly Column[]): Uint8Array {
  const json = asciiBytes(JSON.stringify(header));
  const start = upTo8(PREFIX_BYTES + json.length);
  const bytes = new Uint8Array(start + header.parts.reduce((sum, part) => sum + bytesOf(part), 0));
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(4, json.length, true);
  bytes.set(json, PREFIX_BYTES);
  let at = start;
  columns.forEach((column, row) => {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += bytesOf(header.parts[row] ?? partOf(column));
  });
  return bytes;
}

function decode(buffer: ArrayBuffer, kind: Header["kind"]): { header: Header; columns: Column[] } {
  const bytes = new Uint8Array(buffer);
  if (bytes.length < PREFIX_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte)) {
    throw new RangeError("These bytes are not arrays of a place");
  }
  const headerBytes = new DataView(buffer).getUint32(4, true);
  const start = upTo8(PREFIX_BYTES + headerBytes);
  if (start > bytes.length) throw new RangeError("The arrays are cut short");
  const header: Header = JSON.parse(asciiText(bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + headerBytes)));
  if (header.kind !== kind) throw new RangeError(`These are arrays of "${header.kind}", not of "${kind}"`);
  const wanted = header.parts.reduce((sum, part) => sum + bytesOf(part), start);
  if (wanted !== bytes.length)
    throw new RangeError(`The arrays take ${bytes.length} bytes where ${wanted} were written`);
  let at = start;
  const columns = header.parts.map((part) => {
    const column =
      part.type === "f64" ? new Float64Array(buffer, at, part.length) : new Int32Array(buffer, at, part.length);
    at += bytesOf(part);
    return column;
  });
  return { header, columns };
}

/** JSON as ASCII: every other character as its escape, which JSON reads back. */
function asciiBytes(json: string): Uint8Array {
  const escaped = json.replace(/[^ -~]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return Uint8Array.from(escaped, (mark) => mark.charCodeAt(0));
}

function asciiText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function f64(column: Column | undefined): Float64Array {
  if (column instanceof Float64Array) return column;
  throw new RangeError("The arrays are not in the order that was written");
}

function i32(column: Column | undefined): Int32Array {
  if (column instanceof Int32Array) return column;
  throw new RangeError("The arrays are not in the order that was written");
}
