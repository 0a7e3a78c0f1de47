/** A count of people with the value of the small area they live in; null where the source has none. */
export interface Weighted {
  readonly people: number;
  readonly value: number | null;
}

/**
 * Population-weighted mean, over those whose value is known.
 *
 * @returns null when nobody's value is known
 */
export function weightedMean(rows: readonly Weighted[]): number | null {
  let people = 0;
  let sum = 0;
  for (const row of rows) {
    if (row.value === null) continue;
    people += row.people;
    sum += row.people * row.value;
  }
  return people > 0 ? sum / people : null;
}
