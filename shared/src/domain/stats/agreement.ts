/**
 * Kendall's coefficient of concordance W, with the correction for ties: how far several rankings of the same units
 * agree, 0 not at all, 1 wholly. Units that miss a value in any ranking are left out.
 *
 * @param kinds values, one array a ranking
 * @returns NaN with fewer than two kinds or three units, or where every ranking ties all units
 * @see Kendall and Babington Smith (1939)
 */
export function kendallsW(kinds: readonly Float64Array[]): number {
  const units = completeUnits(kinds);
  const [m, n] = [kinds.length, units.length];
  if (m < 2 || n < 3) return Number.NaN;
  const ranked = kinds.map((values) => meanRanks(units.map((unit) => values[unit] as number)));
  const sums = units.map((_, at) => ranked.reduce((sum, { ranks }) => sum + (ranks[at] as number), 0));
  const mean = (m * (n + 1)) / 2;
  const spread = sums.reduce((all, sum) => all + (sum - mean) ** 2, 0);
  const ties = ranked.reduce((all, one) => all + one.ties, 0);
  const whole = m * m * (n ** 3 - n) - m * ties;
  return whole > 0 ? (12 * spread) / whole : Number.NaN;
}

/** Units whose ranks differ by more than a third of the list between any two kinds. */
export function disagreeing(kinds: readonly Float64Array[]): number[] {
  const units = completeUnits(kinds);
  const ranked = kinds.map((values) => meanRanks(units.map((unit) => values[unit] as number)).ranks);
  return units.filter((_, at) => {
    const ranks = ranked.map((of) => of[at] as number);
    return Math.max(...ranks) - Math.min(...ranks) > units.length / 3;
  });
}

const completeUnits = (kinds: readonly Float64Array[]): number[] =>
  [...(kinds[0] ?? []).keys()].filter((unit) => kinds.every((values) => !Number.isNaN(values[unit])));

/** Ranks from 1, ties at their mean, and Σ(t³ − t) over groups of ties. */
function meanRanks(values: readonly number[]): { ranks: number[]; ties: number } {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end] as number] === values[order[first] as number]) end++;
    const size = end - first;
    ties += size ** 3 - size;
    for (let k = first; k < end; k++) ranks[order[k] as number] = (first + 1 + end) / 2;
    first = end;
  }
  return { ranks, ties };
}
