import type { PeoplePointsFile, PointsFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { readNumber } from "../formats/number.ts";
import { toLonLat } from "../formats/project.ts";
import { readTable } from "../formats/table.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { agesReader } from "./ages.ts";
import type { Measured } from "./measured.ts";
import { notPeople } from "./people.ts";
import { isOnEarth } from "./position.ts";

/** People of an area that is known by one point. */
export interface PeoplePoint {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  /** By single year of age, in persons. */
  readonly people: Float64Array;
}

/** Reads where each code is; a row without a place that can be read is a fault. */
export async function readPoints(
  file: z.infer<typeof PointsFile>,
  local: LocalFile,
  onProgress: OnProgress,
): Promise<Measured & { at: ReadonlyMap<string, readonly [number, number]> }> {
  const { columns, crs = "EPSG:4326" } = file;
  const at = new Map<string, readonly [number, number]>();
  const faults: Fault[] = [];
  const read = await readTable(
    file,
    local,
    Object.values(columns),
    (cell, row) => {
      const x = readNumber(cell(columns.lon));
      const y = readNumber(cell(columns.lat));
      const position = x === null || y === null ? null : toLonLat(crs, x, y);
      if (position === null || !isOnEarth(position)) {
        const reason = `${cell(columns.code)} has no place that can be read`;
        faults.push({ file: file.path, row, field: columns.lon, reason });
      } else at.set(cell(columns.code), position);
    },
    onProgress,
  );
  return { ...read, faults: [...read.faults, ...faults], at };
}

/**
 * Reads people of areas that are known by a point each; those that `wanted` has no use for are passed over.
 *
 * @throws ImportError on a figure that is not a number of people, and on a code that comes twice
 */
export async function readPeoplePoints(
  file: z.infer<typeof PeoplePointsFile>,
  local: LocalFile,
  at: ReadonlyMap<string, readonly [number, number]>,
  wanted: (lon: number, lat: number) => boolean,
  onProgress: OnProgress,
): Promise<Measured & { points: PeoplePoint[] }> {
  const { code } = file.columns;
  const ages = agesReader(file.ages);
  const points = new Map<string, PeoplePoint>();
  const parts = new Set<string>();
  const faults: Fault[] = [];
  const read = await readTable(
    file,
    local,
    [code, ...ages.columns],
    (cell, row) => {
      const part = ages.part(cell);
      const position = at.get(cell(code));
      if (part === null) return;
      if (!position) {
        faults.push({ file: file.path, row, field: code, reason: `There is no point for ${cell(code)}` });
        return;
      }
      const [lon, lat] = position;
      if (!wanted(lon, lat)) return;
      const key = `${cell(code)} ${part}`;
      if (parts.has(key)) throw new ImportError(`${file.path}, row ${row}: ${cell(code)} comes twice.`);
      parts.add(key);
      const point = points.get(cell(code)) ?? { code: cell(code), lon, lat, people: new Float64Array(AGES) };
      points.set(cell(code), point);
      const wrong = ages.add(cell, point.people, 0);
      if (wrong) throw new ImportError(notPeople(file.path, row, wrong));
    },
    onProgress,
  );
  return { ...read, faults: [...read.faults, ...faults], points: [...points.values()] };
}
