import { readNumber } from "../formats/number.ts";
import { type Crs, isOnGrid } from "../formats/project.ts";
import { filled } from "./headings.ts";
import type { Sure } from "./recognised.ts";
import type { Column } from "./survey.ts";

export interface Coordinates {
  readonly lon: Column;
  readonly lat: Column;
  readonly crs: Crs;
  readonly sure: Sure;
}

const PAIRS: readonly (readonly [lon: RegExp, lat: RegExp])[] = [
  [/^(.*longitude|lon|long|lng)$/, /^(.*latitude|lat)$/],
  [
    /^(.*eastings?|oseast1m|bnge|xcoord(inate)?|east|gridx|geox)$/,
    /^(.*northings?|osnrth1m|bngn|ycoord(inate)?|north|gridy|geoy)$/,
  ],
  [/^(x|.*[^a-z]x)$/, /^(y|.*[^a-z]y)$/],
];

/**
 * The columns of coordinates, and whether they are degrees or metres of the National Grid. Those whose headings are the
 * wrong way round are taken by their values.
 */
export function coordinates(columns: readonly Column[]): Coordinates | null {
  for (const [first, second] of PAIRS) {
    const x = columns.find(({ key }) => first.test(key));
    const y = columns.find(({ key }) => second.test(key));
    if (!x || !y) continue;
    const crs = crsOf(x, y);
    if (crs) return { lon: x, lat: y, crs, sure: "certain" };
    const swapped = crsOf(y, x);
    if (swapped === "EPSG:4326") return { lon: y, lat: x, crs: swapped, sure: "likely" };
  }
  return null;
}

/** What most pairs can be: degrees in Britain, or metres of the National Grid. */
function crsOf(x: Column, y: Column): Crs | null {
  const pairs = x.values
    .map((value, at) => [readNumber(value), readNumber(y.values[at] ?? "")] as const)
    .filter(
      (pair): pair is readonly [number, number] =>
        pair[0] !== null && pair[1] !== null && (pair[0] !== 0 || pair[1] !== 0),
    );
  if (pairs.length === 0) return filled(x).length === 0 ? null : null;
  const share = (fits: (a: number, b: number) => boolean) => pairs.filter(([a, b]) => fits(a, b)).length / pairs.length;
  if (share((lon, lat) => lon > -9 && lon < 3 && lat > 49 && lat < 62) >= 0.9) return "EPSG:4326";
  return share((a, b) => Math.abs(a) > 200 && isOnGrid(a, b)) >= 0.9 ? "EPSG:27700" : null;
}
