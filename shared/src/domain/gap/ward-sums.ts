/**
 * Sums of a value of demand points by ward; points outside the place (ward −1) are left out.
 *
 * @param ward  row of the ward of each point
 * @param value of the point at a position
 */
export function sumByWard(wards: number, ward: Int32Array, value: (position: number) => number): Float64Array {
  const sums = new Float64Array(wards);
  for (let i = 0; i < ward.length; i++) {
    const home = ward[i] as number;
    if (home >= 0) sums[home] = (sums[home] as number) + value(i);
  }
  return sums;
}

/** One array divided by another, row by row; NaN where the divisor is 0. */
export function ratios(above: Float64Array, below: Float64Array): Float64Array {
  return above.map((value, row) => ratio(value, below[row] as number));
}

/** NaN where the divisor is 0. */
export function ratio(above: number, below: number): number {
  return below > 0 ? above / below : Number.NaN;
}

/** Sum of an array in its order. */
export function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
