import { AGES } from "@needs-map/shared/domain/place-arrays";
import { type Cells, fitPeople, MOST_ROUNDS, sharePeople, TOLERANCE } from "@needs-map/shared/domain/population/fit";
import { ImportError } from "../import-error.ts";
import type { Boundaries } from "./boundaries.ts";
import type { DemandPoint } from "./postcodes.ts";

export interface Demand {
  readonly points: readonly DemandPoint[];
  /** Row of the cell that each point belongs to. */
  readonly cellOf: Int32Array;
  readonly cells: Cells;
  /** People of each cell, row-major `cells × AGES`. */
  readonly people: Float64Array;
  /** Points that stand for a small area or ward without postcodes. */
  readonly extra: number;
  readonly fitted: boolean;
  readonly rounds: number;
  /** Largest small-area difference that remains, in persons. */
  readonly remaining: number;
  /** What the reader of a figure must know about the sharing, or null. */
  readonly caveat: string | null;
}

/**
 * Where people live: postcodes, with a point for every small area or ward that has people and no postcode, and the
 * people of each cell. Ward totals of another date are not used: then small areas are shared among their postcodes.
 *
 * @param wardPeople null where no ward totals of the same date are published
 */
export function demand(
  wards: Boundaries,
  areas: Boundaries,
  postcodes: readonly DemandPoint[],
  areaPeople: Float64Array,
  wardPeople: Float64Array | null,
): Demand {
  const points = [...postcodes];
  for (const area of withoutPoints(areas, points, "area", areaPeople)) {
    const { code, inside } = unit(areas, area);
    const ward = wards.locate(...inside);
    if (ward < 0) throw new ImportError(`The small area ${code} has people and no postcode, and lies in no ward.`);
    points.push({ label: code, street: null, lon: inside[0], lat: inside[1], ward, area });
  }
  for (const ward of wardPeople ? withoutPoints(wards, points, "ward", wardPeople) : []) {
    const { code, inside } = unit(wards, ward);
    const area = areas.locate(...inside);
    if (area < 0) throw new ImportError(`The ward ${code} has people and no postcode, and lies in no small area.`);
    points.push({ label: code, street: null, lon: inside[0], lat: inside[1], ward, area });
  }

  const { cells, cellOf } = cellsOf(points, wards.units.length);
  const place = { points, cellOf, cells, extra: points.length - postcodes.length };
  if (wardPeople === null) {
    const caveat =
      "No ward totals of the same date are loaded: a small area's people are shared equally among its postcodes.";
    return { ...place, people: sharePeople(cells, areaPeople), fitted: false, rounds: 0, remaining: 0, caveat };
  }
  const fit = fitPeople(cells, areaPeople, wardPeople);
  const caveat = `After ${MOST_ROUNDS} rounds of fitting, a small area still differs from its published total by ${fit.remaining.toFixed(1)} people; ward totals are met.`;
  return { ...place, ...fit, fitted: true, caveat: fit.remaining > TOLERANCE ? caveat : null };
}

function unit(boundaries: Boundaries, row: number) {
  const found = boundaries.units[row];
  if (!found) throw new RangeError(`There is no boundary in row ${row}.`);
  return found;
}

/** Rows that have people and no point. */
function withoutPoints(
  { units }: Boundaries,
  points: readonly DemandPoint[],
  side: "area" | "ward",
  people: Float64Array,
): number[] {
  const covered = new Set(points.map((point) => point[side]));
  return units
    .map((_, row) => row)
    .filter((row) => !covered.has(row) && people.subarray(row * AGES, (row + 1) * AGES).some((count) => count > 0));
}

/** The cells that have points, by small area and then ward. */
function cellsOf(points: readonly DemandPoint[], wards: number): { cells: Cells; cellOf: Int32Array } {
  const keys = points.map(({ area, ward }) => area * wards + ward);
  const unique = [...new Set(keys)].sort((a, b) => a - b);
  const rowOf = new Map(unique.map((key, row) => [key, row]));
  const cellOf = Int32Array.from(keys, (key) => rowOf.get(key) ?? -1);
  const counts = new Float64Array(unique.length);
  cellOf.forEach((cell) => {
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  const area = Int32Array.from(unique, (key) => Math.floor(key / wards));
  const ward = Int32Array.from(unique, (key) => key % wards);
  return { cells: { area, ward, points: counts }, cellOf };
}
