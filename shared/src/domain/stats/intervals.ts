/** The 95% point of the standard normal distribution. */
const Z = 1.959963984540054;

export type Interval = readonly [low: number, high: number];

/**
 * Wilson score interval, 95%, of a share: `part` of `whole`.
 *
 * @returns NaN ends where the whole is 0
 * @see Wilson (1927)
 */
export function wilson(part: number, whole: number): Interval {
  if (!(whole > 0)) return [Number.NaN, Number.NaN];
  const share = part / whole;
  const middle = share + (Z * Z) / (2 * whole);
  const half = Z * Math.sqrt((share * (1 - share)) / whole + (Z * Z) / (4 * whole * whole));
  const scale = 1 + (Z * Z) / whole;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}

/**
 * Interval, 95%, of a count of events: Byar's approximation, and the exact Poisson limits below 10.
 *
 * @see Breslow and Day (1987)
 */
export function byar(count: number): Interval {
  if (!(count >= 0)) return [Number.NaN, Number.NaN];
  if (count < 10) return [count === 0 ? 0 : poissonLimit(count - 1, 0.975), poissonLimit(count, 0.025)];
  const low = count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3;
  const above = count + 1;
  return [low, above * (1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))) ** 3];
}

/** The mean at which a Poisson count is at most `count` with the given chance; by halving. */
function poissonLimit(count: number, chance: number): number {
  let low = 0;
  let high = 40;
  for (let halving = 0; halving < 80; halving++) {
    const middle = (low + high) / 2;
    if (poissonAtMost(count, middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function poissonAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}
