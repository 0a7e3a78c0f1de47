/**
 * The units most like one: nearest by Euclidean distance on z-scores of several features. A feature that is missing for
 * either of two units, or is the same for all, is left out of their distance, which is then scaled up to all features.
 *
 * @param features one array a feature; NaN where it is missing
 * @returns rows of at most `count` others, nearest first
 */
export function similarUnits(features: readonly Float64Array[], unit: number, count = 5): number[] {
  const scaled = features.map(zScores);
  const distance = (other: number) => {
    let sum = 0;
    let used = 0;
    for (const scores of scaled) {
      const apart = (scores[unit] as number) - (scores[other] as number);
      if (Number.isNaN(apart)) continue;
      sum += apart * apart;
      used++;
    }
    return used > 0 ? (sum * scaled.length) / used : Number.POSITIVE_INFINITY;
  };
  return [...(features[0] ?? []).keys()]
    .filter((other) => other !== unit)
    .map((other) => ({ other, apart: distance(other) }))
    .filter(({ apart }) => Number.isFinite(apart))
    .sort((a, b) => a.apart - b.apart || a.other - b.other)
    .slice(0, count)
    .map(({ other }) => other);
}

/** Distance from the mean in standard deviations; NaN stays NaN, and a feature that never varies is NaN throughout. */
export function zScores(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : Number.NaN));
}
