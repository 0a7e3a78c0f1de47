import type { PostcodesFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { readNumber } from "../formats/number.ts";
import { toLonLat } from "../formats/project.ts";
import { type Cell, readTable } from "../formats/table.ts";
import { few } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Measured } from "./measured.ts";
import { isOnEarth } from "./position.ts";

/** A place with people in it: a postcode, a point inside a small area, or one over the border. */
export interface DemandPoint {
  readonly label: string;
  readonly street: string | null;
  readonly lon: number;
  readonly lat: number;
  /** Rows of its ward and small area; −1 over the border, and where a small area is not known. */
  readonly ward: number;
  readonly area: number;
}

export interface Postcodes extends Measured {
  readonly points: readonly DemandPoint[];
  /** Rows of other places, passed over. */
  readonly outside: number;
}

/**
 * Reads postcodes as demand points. A postcode stands in the ward and small area that the file names when their codes
 * are those of the boundaries, else in the polygon that holds it.
 */
export async function readPostcodes(
  file: z.infer<typeof PostcodesFile>,
  local: LocalFile,
  wards: Boundaries,
  areas: Boundaries,
  onProgress: OnProgress,
): Promise<Postcodes> {
  const { columns, crs = "EPSG:4326" } = file;
  const points: DemandPoint[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  let outside = 0;
  let known = 0;
  const strange = new Set<string>();

  const take = (cell: Cell): { field: string | null; reason: string } | null => {
    const label = cell(columns.postcode);
    if (label === "") return { field: columns.postcode, reason: "There is no postcode" };
    const x = readNumber(cell(columns.lon));
    const y = readNumber(cell(columns.lat));
    if (x === null) return { field: columns.lon, reason: `"${cell(columns.lon)}" is not a coordinate` };
    if (y === null) return { field: columns.lat, reason: `"${cell(columns.lat)}" is not a coordinate` };
    const [lon, lat] = toLonLat(crs, x, y);
    if (!isOnEarth([lon, lat]) || (x === 0 && y === 0))
      return { field: columns.lon, reason: `${label} lies at ${x}, ${y}, which is no place` };
    const named = wards.rowOf.get(cell(columns.ward));
    if (named !== undefined) known++;
    else if (cell(columns.ward) !== "" && strange.size < 10) strange.add(cell(columns.ward));
    const ward = named ?? wards.locate(lon, lat);
    const area = areas.rowOf.get(cell(columns.area)) ?? areas.locate(lon, lat);
    if (ward < 0 && area < 0) {
      outside++;
      return null;
    }
    if (ward < 0) return { field: columns.ward ?? null, reason: `${label} lies in no ward of the place` };
    if (area < 0) return { field: columns.area ?? null, reason: `${label} lies in no small area of the place` };
    const key = label.replaceAll(" ", "").toUpperCase();
    if (seen.has(key)) return { field: columns.postcode, reason: `${label} comes twice; the first row counts` };
    seen.add(key);
    points.push({ label, street: cell(columns.street) || null, lon, lat, ward, area });
    return null;
  };

  const needed = [columns.postcode, columns.ward, columns.area, columns.lon, columns.lat, columns.street];
  const read = await readTable(
    file,
    local,
    needed,
    (cell, row) => {
      const wrong = take(cell);
      if (wrong) faults.push({ file: file.path, row, ...wrong });
    },
    onProgress,
  );
  if (columns.ward !== undefined && known === 0 && strange.size > 0 && points.length > 0) {
    const reason = `None of its ward codes (${few([...strange])}) is of the boundaries, which are of another year; each postcode stands in the ward that holds it`;
    faults.push({ file: file.path, row: null, field: columns.ward, reason });
  }
  const matched = [...new Set(points.map(({ area }) => area))];
  return { ...read, points, faults: [...read.faults, ...faults], outside, matched };
}
