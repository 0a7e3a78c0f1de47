import { quantileLeasts } from "./classify.ts";

/** Wards by thirds of need and thirds of coverage. */
export interface TwoWay {
  /** Row-major index into the nine cells, rows coverage low to high, columns need low to high; −1 without figures. */
  readonly cellOf: Int8Array;
  /** Wards in each of the nine cells. */
  readonly counts: readonly number[];
}

const THIRDS = 3;

/** The third each value falls in: 0 low, 1 middle, 2 high; all middle when all are equal; −1 for NaN. */
export function thirds(values: Float64Array): Int8Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const edges = quantileLeasts(sorted, THIRDS);
  const classes = [[1], [0, 2], [0, 1, 2]][edges.length] ?? [1];
  return Int8Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    return classes[edges.filter((edge) => edge <= value).length] ?? 1;
  });
}

/**
 * Puts wards into nine cells by thirds of need and of coverage. Equal values are never parted.
 *
 * @param need     one a ward; NaN where it cannot be said
 * @param coverage one a ward, in the same order
 */
export function twoWay(need: Float64Array, coverage: Float64Array): TwoWay {
  const known = (other: Float64Array) => (value: number, row: number) =>
    Number.isNaN(other[row] ?? Number.NaN) ? Number.NaN : value;
  const columns = thirds(need.map(known(coverage)));
  const rows = thirds(coverage.map(known(need)));
  const cellOf = columns.map((column, row) => (column < 0 ? -1 : (rows[row] ?? 0) * THIRDS + column));
  const counts = new Array<number>(THIRDS * THIRDS).fill(0);
  for (const cell of cellOf) if (cell >= 0) counts[cell] = (counts[cell] ?? 0) + 1;
  return { cellOf, counts };
}
