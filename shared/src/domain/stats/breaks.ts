/**
 * Class breaks of equal width between the least and greatest value.
 *
 * Like every set of breaks here: the least value of each class but the first, rising; a value belongs to the
 * class whose number is the count of breaks at or below it. Missing values (NaN) take no part.
 *
 * @returns at most `classes − 1` breaks, fewer when the values are all the same
 */
export function equalBreaks(values: ArrayLike<number>, classes: number): number[] {
  const sorted = knownSorted(values);
  const least = sorted[0] ?? 0;
  const width = (sorted[sorted.length - 1] ?? 0) - least;
  if (width === 0) return [];
  return Array.from({ length: classes - 1 }, (_, k) => least + (width * (k + 1)) / classes);
}

/** Class breaks that put about as many values in each class; equal values never part. */
export function quantileBreaks(values: ArrayLike<number>, classes: number): number[] {
  const sorted = knownSorted(values);
  const breaks: number[] = [];
  for (let k = 1; k < classes; k++) {
    const value = sorted[Math.round((k * sorted.length) / classes)] ?? Number.NaN;
    if (value > (breaks.at(-1) ?? sorted[0] ?? Number.NaN)) breaks.push(value);
  }
  return breaks;
}

/** Number of the class of a value, from 0; NaN for a missing value. */
export function classOf(breaks: readonly number[], value: number): number {
  return Number.isNaN(value) ? Number.NaN : breaks.filter((edge) => edge <= value).length;
}

/** Values that are not missing, rising. */
export function knownSorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}
