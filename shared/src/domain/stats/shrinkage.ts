/**
 * Empirical Bayes estimate of a rate: events a person in each unit, drawn towards that of all units the more the fewer its
 * people.
 *
 * m = ΣO ÷ ΣP; s² = ΣP(r − m)² ÷ ΣP; a = max(0, s² − m ÷ P̄); estimate = m + a ÷ (a + m ÷ P)·(r − m).
 *
 * @param events O, one a unit
 * @param people P; a unit without people is left out and NaN
 * @see Marshall (1991)
 */
export function shrunkRates(events: Float64Array, people: Float64Array): Float64Array {
  const rows = [...people.keys()].filter((row) => (people[row] as number) > 0);
  const sum = (of: (row: number) => number) => rows.reduce((all, row) => all + of(row), 0);
  const everyone = sum((row) => people[row] as number);
  const mean = sum((row) => events[row] as number) / everyone;
  const rate = (row: number) => (events[row] as number) / (people[row] as number);
  const spread = sum((row) => (people[row] as number) * (rate(row) - mean) ** 2) / everyone;
  const between = Math.max(0, spread - mean / (everyone / rows.length));
  const estimates = new Float64Array(people.length).fill(Number.NaN);
  for (const row of rows) {
    const within = mean / (people[row] as number);
    estimates[row] = mean === 0 ? 0 : mean + (between / (between + within)) * (rate(row) - mean);
  }
  return estimates;
}
