import { basename } from "node:path";
import type { LocalFile } from "../files/local-file.ts";
import { peekShapes, peekTable, type TablePeek } from "../formats/peek.ts";
import type { Crs } from "../formats/project.ts";
import { readShapes } from "../formats/shapes.ts";
import { readTable } from "../formats/table.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";

/** A column of a table, or a property of shapes. */
export interface Column {
  readonly name: string;
  /** The name in small letters and digits alone: "LSOA code (2011)" → "lsoacode2011". */
  readonly key: string;
  /** Values of the first rows, in order; of shapes, all. */
  readonly values: readonly string[];
  /** Values of the whole file, where they are not too many; else of the first rows. */
  readonly distinct: ReadonlySet<string>;
}

/** How a file must be read, in the words of a recipe. */
export interface Reading {
  readonly format: "csv" | "xlsx" | "geojson" | "shapefile";
  readonly encoding?: TablePeek["encoding"] & string;
  readonly delimiter?: string;
  readonly headings?: string[];
  readonly sheet?: string;
  readonly crs?: Crs;
  readonly layer?: string;
}

/** A file as recognition sees it. */
export interface Surveyed {
  readonly path: string;
  /** From the file's name, in words. */
  readonly title: string;
  readonly reading: Reading;
  readonly rows: number;
  readonly columns: readonly Column[];
  /** What shapes are; null for a table. */
  readonly geometry: "areas" | "points" | null;
  readonly local: LocalFile;
}

const MOST_DISTINCT = 250_000;
/** A column with this share of different values in the first rows is followed through the whole file. */
const FEW = 60;

export const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9+]/g, "");

/** Words of a file's name: "trafford_general-practices.csv.gz" → "trafford general practices". */
export const titleOf = (path: string): string =>
  basename(path)
    .replace(/\.gz$/i, "")
    .replace(/\.[a-z]+$/i, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[_\-.\s]+/g, " ")
    .trim();

/**
 * Looks a file through from beginning to end: how it is read, its columns, and which values they have.
 *
 * @throws ImportError on a file that is neither a table nor shapes
 */
export async function survey(local: LocalFile, onProgress: OnProgress): Promise<Surveyed> {
  const shapes = /\.(geojson|json|zip)(\.gz)?$/i.test(local.path);
  return shapes ? surveyShapes(local, onProgress) : surveyTable(local, onProgress);
}

async function surveyTable(local: LocalFile, onProgress: OnProgress): Promise<Surveyed> {
  const peek = withPublishedHeadings(await peekTable(local));
  const width = Math.max(0, ...peek.rows.map((row) => row.length));
  const headings = peek.headings ?? headless(width);
  const reading: Reading = {
    format: peek.format,
    ...(peek.encoding && peek.encoding !== "utf-8" ? { encoding: peek.encoding } : {}),
    ...(peek.delimiter && peek.delimiter !== "," ? { delimiter: peek.delimiter } : {}),
    ...(peek.sheet ? { sheet: peek.sheet } : {}),
    ...(peek.headings ? {} : { headings }),
  };
  const columns = columnsOf(headings, peek.rows);
  const followed = columns.filter(({ name, distinct, values }) => {
    if (name === "" || headings.indexOf(name) !== headings.lastIndexOf(name)) return false;
    return (
      distinct.size <= FEW || distinct.size === values.length || values.some((value) => /^[EWSNX]\d{8}$/.test(value))
    );
  });
  const seen = new Map(followed.map(({ name }) => [name, new Set<string>()]));
  const { rows } = await readTable(
    { path: local.path, ...reading, format: peek.format },
    local,
    [...seen.keys()],
    (cell) => {
      for (const [name, values] of seen) if (values.size < MOST_DISTINCT) values.add(cell(name));
    },
    onProgress,
  );
  return {
    path: local.path,
    title: titleOf(local.path),
    reading,
    rows,
    columns: columns.map((column) => ({ ...column, distinct: seen.get(column.name) ?? column.distinct })),
    geometry: null,
    local,
  };
}

/** "WD25CD" is a heading of the ONS, and looks like a postcode of Watford. */
function withPublishedHeadings(peek: TablePeek): TablePeek {
  const [first = [], ...rows] = peek.rows;
  const published =
    peek.headings === null && first.some((cell) => /^(WD|CMWD|LSOA|MSOA|OA|LAD)\d{2}(CD|NM)$/i.test(cell));
  return published ? { ...peek, headings: first, rows } : peek;
}

async function surveyShapes(local: LocalFile, onProgress: OnProgress): Promise<Surveyed> {
  const { format, crs, layer } = await peekShapes(local);
  const reading: Reading = { format, ...(crs && crs !== "EPSG:4326" ? { crs } : {}), ...(layer ? { layer } : {}) };
  const all: Record<string, unknown>[] = [];
  const kinds = new Map<string, number>();
  await readShapes(
    { path: local.path, ...reading, format },
    local,
    ({ properties, geometry }) => {
      all.push(properties ?? {});
      const kind = /Polygon/.test(geometry?.type ?? "")
        ? "areas"
        : /Point/.test(geometry?.type ?? "")
          ? "points"
          : "other";
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    },
    onProgress,
  );
  const names = [...new Set(all.flatMap((properties) => Object.keys(properties)))];
  const rows = all.map((properties) => names.map((name) => textOf(properties[name])));
  const geometry = (kinds.get("areas") ?? 0) >= (kinds.get("points") ?? 0) ? "areas" : "points";
  if ((kinds.get("areas") ?? 0) + (kinds.get("points") ?? 0) === 0)
    throw new ImportError("it holds neither areas nor points");
  return {
    path: local.path,
    title: titleOf(local.path),
    reading,
    rows: all.length,
    columns: columnsOf(names, rows),
    geometry,
    local,
  };
}

const textOf = (value: unknown): string =>
  value === undefined || value === null || typeof value === "object" ? "" : String(value).trim();

const headless = (width: number): string[] => Array.from({ length: width }, (_, at) => `column ${at + 1}`);

/** Columns from rows of cells. */
export function columnsOf(headings: readonly string[], rows: readonly (readonly string[])[]): Column[] {
  return headings.map((name, at) => {
    const values = rows.map((row) => row[at] ?? "");
    return { name, key: keyOf(name), values, distinct: new Set(values) };
  });
}
