import type { Feature } from "geojson";
import { type LocalFile, openLocal } from "../files/local-file.ts";
import { ImportError } from "../import-error.ts";
import { type SaidCrs, settleCrs } from "./crs.ts";
import type { Encoding } from "./decode.ts";
import { hasHeadings } from "./has-headings.ts";
import { placing } from "./placing.ts";
import { type Crs, isOnGrid } from "./project.ts";
import { layersOf } from "./shapefile-features.ts";
import { isFeature, readFeatures } from "./shapes.ts";
import { sniffCsv } from "./sniff-csv.ts";
import { TITLE_ROWS } from "./table.ts";
import { isOldWorkbook, readSheet, withWorkbook } from "./xlsx-rows.ts";
import { openZip } from "./zip.ts";

/** The beginning of a table, and how it must be read. */
export interface TablePeek {
  readonly format: "csv" | "xlsx";
  /** Null for a workbook. */
  readonly encoding: Encoding | null;
  /** Null for a workbook. */
  readonly delimiter: string | null;
  /** Null for a CSV file; of a workbook the first sheet that holds a table. */
  readonly sheet: string | null;
  /** Null where the first row is already one of data. */
  readonly headings: string[] | null;
  /** Up to 200 rows below the headings. */
  readonly rows: string[][];
}

/** The beginning of a file of shapes, and how it must be read. */
export interface ShapesPeek {
  readonly format: "geojson" | "shapefile";
  /** What the file names, or what its coordinates must be; null where it names none and they are degrees. */
  readonly crs: Crs | null;
  /** The layer of a zipped shapefile that holds several; else null. */
  readonly layer: string | null;
  /** Up to 50 features in longitude and latitude, without those whose coordinates cannot be read. */
  readonly features: Feature[];
  readonly count: number;
}

const PEEKED_ROWS = 200;
const PEEKED_FEATURES = 50;

/** @throws ImportError when the file is no table, or none that can be read */
export async function peekTable(local: LocalFile): Promise<TablePeek> {
  if (isOldWorkbook(local.at) || (await isZip(local))) return peekWorkbook(local);
  const { encoding, delimiter, rows } = await sniffCsv(local);
  return { format: "csv", encoding, delimiter, sheet: null, ...parted(rows) };
}

/** @throws ImportError when the file holds no shapes, or none that can be read */
export async function peekShapes(local: LocalFile): Promise<ShapesPeek> {
  if (local.bytes === 0) throw new ImportError(`${local.path} is empty (0 bytes).`);
  const format = (await isZip(local)) ? "shapefile" : "geojson";
  const layer = format === "shapefile" ? await firstOfSeveral(local) : null;
  const features: Feature[] = [];
  let said: SaidCrs | null = null;
  let count = 0;
  const taker = {
    crs: (now: SaidCrs) => {
      said = now;
    },
    feature: (value: unknown, row: number) => {
      count = row;
      if (features.length < PEEKED_FEATURES && isFeature(value)) features.push(value);
    },
  };
  await readFeatures({ format, layer: layer ?? undefined }, local, taker, () => {});
  const shaped = features.filter(({ geometry }) => geometry);
  const inMetres = shaped.length > 0 && shaped.every(isInMetres);
  const crs = settleCrs(local.path, undefined, said) ?? (inMetres ? "EPSG:27700" : null);
  const { place } = placing(local.path, crs);
  return { format, crs, layer, features: features.filter((feature) => place(feature) === null), count };
}

/** Parts the headings from the rows below, without the titles that some publishers write above a table. */
function parted(all: string[][]): { headings: string[] | null; rows: string[][] } {
  const filled = all.map((row) => row.filter((cell) => cell !== "").length);
  const usual = filled.toSorted((a, b) => a - b)[filled.length >> 1] ?? 0;
  const begin = filled.findIndex((cells) => cells * 3 > usual);
  const rows = begin < TITLE_ROWS ? all.slice(begin) : all;
  return hasHeadings(rows) ? { headings: rows[0] ?? [], rows: rows.slice(1) } : { headings: null, rows };
}

async function peekWorkbook(local: LocalFile): Promise<TablePeek> {
  return withWorkbook(local, async (zip, workbook) => {
    const tables: { sheet: string; rows: string[][] }[] = [];
    for (const { name, entry } of workbook.sheets) {
      const rows = await firstRows((take) => readSheet(local.path, zip, workbook, entry, take, () => {}));
      tables.push({ sheet: name, rows });
      if (isTable(rows)) break;
    }
    const chosen = tables.find(({ rows }) => isTable(rows)) ?? tables.find(({ rows }) => rows.length > 0);
    if (chosen === undefined) throw new ImportError(`${local.path} has no rows: its sheets are empty.`);
    return { format: "xlsx", encoding: null, delimiter: null, sheet: chosen.sheet, ...parted(chosen.rows) };
  });
}

/** Stops a reading that has given enough. */
class Enough extends Error {}

async function firstRows(read: (take: (fields: readonly string[]) => void) => Promise<void>): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    await read((fields) => {
      rows.push([...fields]);
      if (rows.length > PEEKED_ROWS) throw new Enough();
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return rows.slice(0, PEEKED_ROWS).map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
}

/** A sheet with a heading and a row of at least two cells each; a page of notes has one cell a row. */
function isTable(rows: readonly string[][]): boolean {
  const wide = rows.filter((row) => row.filter((cell) => cell !== "").length >= 2);
  return wide.length >= 2 && wide.length >= rows.length / 2;
}

async function firstOfSeveral(local: LocalFile): Promise<string | null> {
  const zip = await openZip(local);
  try {
    const layers = layersOf(zip);
    return layers.length > 1 ? (layers[0] ?? null) : null;
  } finally {
    await zip.close();
  }
}

function isInMetres({ geometry }: Feature): boolean {
  if (!geometry || geometry.type === "GeometryCollection") return false;
  let position: unknown = geometry.coordinates;
  while (Array.isArray(position) && Array.isArray(position[0])) position = position[0];
  const [x, y] = Array.isArray(position) ? position : [];
  return typeof x === "number" && typeof y === "number" && isOnGrid(x, y);
}

/** Whether the uncompressed file begins as a zip does. */
async function isZip(local: LocalFile): Promise<boolean> {
  const stream = openLocal(local);
  for await (const chunk of stream) return (chunk as Buffer).subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));
  return false;
}
