import type { PostcodesFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import { type Cell, readCsv } from "../formats/csv-table.ts";
import { isOnEarth } from "../formats/geojson-features.ts";
import type { Boundaries } from "./boundaries.ts";
import { readNumber } from "../formats/number.ts";

/** A place with people in it: a postcode, or a point inside a small area. */
export interface DemandPoint {
  readonly label: string;
  readonly street: string | null;
  readonly lon: number;
  readonly lat: number;
  /** Rows of its ward and small area. */
  readonly ward: number;
  readonly area: number;
}

export interface Postcodes {
  readonly points: readonly DemandPoint[];
  readonly faults: readonly Fault[];
  /** Rows of other places, passed over. */
  readonly outside: number;
}

/**
 * Reads postcodes as demand points. A postcode stands in the ward and small area that the file names when their codes
 * are those of the boundaries, else in the polygon that holds it.
 */
export function readPostcodes(
  file: z.infer<typeof PostcodesFile>,
  bytes: Buffer,
  wards: Boundaries,
  areas: Boundaries,
): Postcodes {
  const { columns } = file;
  const points: DemandPoint[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  let outside = 0;

  const take = (cell: Cell): { field: string | null; reason: string } | null => {
    const label = cell(columns.postcode);
    if (label === "") return { field: columns.postcode, reason: "There is no postcode" };
    const lon = readNumber(cell(columns.lon));
    const lat = readNumber(cell(columns.lat));
    if (lon === null || Math.abs(lon) > 180)
      return { field: columns.lon, reason: `"${cell(columns.lon)}" is not a longitude` };
    if (lat === null || !isOnEarth([lon, lat]))
      return { field: columns.lat, reason: `"${cell(columns.lat)}" is not a latitude` };
    const ward = wards.rowOf.get(cell(columns.ward)) ?? wards.locate(lon, lat);
    const area = areas.rowOf.get(cell(columns.area)) ?? areas.locate(lon, lat);
    if (ward < 0 && area < 0) {
      outside++;
      return null;
    }
    if (ward < 0) return { field: columns.ward ?? null, reason: `${label} lies in no ward of the place` };
    if (area < 0) return { field: columns.area, reason: `${label} lies in no small area of the place` };
    const key = label.replaceAll(" ", "").toUpperCase();
    if (seen.has(key)) return { field: columns.postcode, reason: `${label} comes twice; the first row counts` };
    seen.add(key);
    points.push({ label, street: cell(columns.street) || null, lon, lat, ward, area });
    return null;
  };

  const needed = [columns.postcode, columns.ward, columns.area, columns.lon, columns.lat, columns.street];
  const misshapen = readCsv(file, bytes, needed, (cell, row) => {
    const wrong = take(cell);
    if (wrong) faults.push({ file: file.path, row, ...wrong });
  });
  return { points, faults: [...misshapen, ...faults], outside };
}
