import { ImportError } from "../import-error.ts";
import type { Crs } from "./project.ts";

/** What a file says of its reference system: in its own words, and the one that is meant where it is understood. */
export interface SaidCrs {
  readonly words: string;
  readonly crs: Crs | null;
}

/** Reads the `crs` member of a GeoJSON collection; null where it says nothing. */
export function crsOfMember(member: unknown): SaidCrs | null {
  if (member === null || member === undefined) return null;
  const name = (member as { properties?: { name?: unknown } }).properties?.name;
  const words = typeof name === "string" ? name : JSON.stringify(member);
  if (/(^|[:/])(CRS84|4326)$/i.test(words)) return { words, crs: "EPSG:4326" };
  return { words, crs: /(^|[:/])27700$/.test(words) ? "EPSG:27700" : null };
}

/** Reads the text of a shapefile's .prj; null where there is none. */
export function crsOfProjection(text: string | null): SaidCrs | null {
  const [, kind = "", words = text?.trim().slice(0, 40)] = /^\s*(\w+)\s*\[\s*"([^"]*)"/.exec(text ?? "") ?? [];
  if (!text || !words) return null;
  if (/^PROJ/.test(kind)) return { words, crs: /British[ _]National[ _]Grid|27700/i.test(text) ? "EPSG:27700" : null };
  return { words, crs: /^(GCS_)?WGS[ _]?(19)?84$/i.test(words) ? "EPSG:4326" : null };
}

/**
 * The reference system that a file is read in; null where neither the recipe nor the file names one.
 *
 * @throws ImportError when the two differ, or the file is in one that is not understood
 */
export function settleCrs(path: string, declared: Crs | undefined, said: SaidCrs | null): Crs | null {
  if (said === null) return declared ?? null;
  if (said.crs === null)
    throw new ImportError(
      `${path} says that its coordinates are in ${said.words}, which is not read. Save it in EPSG:4326 or EPSG:27700.`,
    );
  if (declared !== undefined && declared !== said.crs)
    throw new ImportError(
      `${path} says that its coordinates are in ${said.crs} (${said.words}), and the recipe says ${declared}.`,
    );
  return said.crs;
}
