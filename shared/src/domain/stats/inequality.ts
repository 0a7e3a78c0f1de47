/** Values with the people they hold for; rows whose value is NaN or whose people are 0 take no part. */
interface Weighted {
  readonly values: Float64Array;
  readonly people: Float64Array;
}

const known = ({ values, people }: Weighted): number[] =>
  [...values.keys()].filter((row) => !Number.isNaN(values[row]) && (people[row] as number) > 0);

/**
 * Gini coefficient of access over people, by trapezoids under the Lorenz curve: 0 everyone the same, towards 1 one has all.
 *
 * @returns NaN where the mean is 0, or nobody is known
 * @see Gini (1912)
 */
export function gini(weighted: Weighted): number {
  const curve = lorenz(weighted);
  if (curve.length === 0) return Number.NaN;
  let area = 0;
  for (let k = 1; k < curve.length; k++) {
    const [x, y] = curve[k] as Point;
    const [x0, y0] = curve[k - 1] as Point;
    area += ((x - x0) * (y + y0)) / 2;
  }
  return 1 - 2 * area;
}

/** Share of people (x) and share of access (y), both 0…1. */
export type Point = readonly [x: number, y: number];

/** The Lorenz curve, from those with the least access to those with the most; empty where the mean is 0. */
export const lorenz = (weighted: Weighted): Point[] => curveOf(weighted, weighted.values);

/**
 * The concentration curve: share of access held by the most deprived so many, in the order of `rank` (0 most deprived).
 */
export const concentrationCurve = (weighted: Weighted, rank: Float64Array): Point[] => curveOf(weighted, rank);

function curveOf(weighted: Weighted, order: Float64Array): Point[] {
  const { values, people } = weighted;
  const rows = known(weighted)
    .filter((row) => !Number.isNaN(order[row]))
    .sort((a, b) => (order[a] as number) - (order[b] as number));
  const everyone = rows.reduce((sum, row) => sum + (people[row] as number), 0);
  const all = rows.reduce((sum, row) => sum + (people[row] as number) * (values[row] as number), 0);
  if (!(everyone > 0) || !(all > 0)) return [];
  const curve: Point[] = [[0, 0]];
  let x = 0;
  let y = 0;
  for (let first = 0; first < rows.length; ) {
    let end = first;
    while (end < rows.length && order[rows[end] as number] === order[rows[first] as number]) {
      const row = rows[end] as number;
      x += people[row] as number;
      y += (people[row] as number) * (values[row] as number);
      end++;
    }
    curve.push([x / everyone, y / all]);
    first = end;
  }
  return curve;
}

/**
 * People's place on a scale, 0…1: the share of people before the middle of each unit, in the order of a score. Tied
 * units share one place.
 *
 * @param score the lowest comes first; NaN stays NaN
 */
export function fractionalRank(score: Float64Array, people: Float64Array): Float64Array {
  const rows = known({ values: score, people }).sort((a, b) => (score[a] as number) - (score[b] as number));
  const everyone = rows.reduce((sum, row) => sum + (people[row] as number), 0);
  const rank = new Float64Array(score.length).fill(Number.NaN);
  let before = 0;
  for (let first = 0; first < rows.length; ) {
    let end = first;
    let here = 0;
    while (end < rows.length && score[rows[end] as number] === score[rows[first] as number]) {
      here += people[rows[end] as number] as number;
      end++;
    }
    for (let k = first; k < end; k++) rank[rows[k] as number] = (before + here / 2) / everyone;
    before += here;
    first = end;
  }
  return rank;
}

/**
 * Concentration index, 2·cov_P(access, rank) ÷ mean access: positive favours those of high rank.
 *
 * @param rank people's place, 0 most deprived, as `fractionalRank` gives it
 * @returns NaN where the mean is 0
 * @see Kakwani, Wagstaff and van Doorslaer (1997)
 */
export function concentration(weighted: Weighted, rank: Float64Array): number {
  const { values, people } = weighted;
  const rows = known(weighted).filter((row) => !Number.isNaN(rank[row]));
  const mean = (of: Float64Array) => {
    const everyone = rows.reduce((sum, row) => sum + (people[row] as number), 0);
    return rows.reduce((sum, row) => sum + (people[row] as number) * (of[row] as number), 0) / everyone;
  };
  const [access, place] = [mean(values), mean(rank)];
  const together = values.map((value, row) => (value - access) * ((rank[row] as number) - place));
  const index = (2 * mean(together)) / access;
  return Number.isFinite(index) ? index : Number.NaN;
}

/**
 * Palma ratio: people-weighted mean access of the least deprived 10% ÷ that of the most deprived 40%. A unit that a cut
 * goes through is split by its people.
 *
 * @param score of deprivation, higher is more deprived
 * @returns NaN where the most deprived have none, or nobody is known
 */
export function palma(weighted: Weighted, score: Float64Array): number {
  const { values, people } = weighted;
  const rows = known(weighted)
    .filter((row) => !Number.isNaN(score[row]))
    .sort((a, b) => (score[b] as number) - (score[a] as number));
  const everyone = rows.reduce((sum, row) => sum + (people[row] as number), 0);
  const meanOf = (order: readonly number[], share: number) => {
    let left = everyone * share;
    let sum = 0;
    for (const row of order) {
      const taken = Math.min(left, people[row] as number);
      sum += taken * (values[row] as number);
      left -= taken;
      if (left <= 0) break;
    }
    return sum / (everyone * share);
  };
  const ratio = meanOf([...rows].reverse(), 0.1) / meanOf(rows, 0.4);
  return Number.isFinite(ratio) ? ratio : Number.NaN;
}

/**
 * Foster, Greer and Thorbecke's measures of those below a target: for a = 0 the share of people, 1 the mean shortfall, 2
 * the mean squared shortfall, as parts of the target. Units with target 0 take no part.
 *
 * @see Foster, Greer and Thorbecke (1984)
 */
export function fosterGreerThorbecke(weighted: Weighted, target: Float64Array, a: 0 | 1 | 2): number {
  const { values, people } = weighted;
  const rows = known(weighted).filter((row) => (target[row] as number) > 0);
  const everyone = rows.reduce((sum, row) => sum + (people[row] as number), 0);
  const below = rows.reduce((sum, row) => {
    const lack = 1 - (values[row] as number) / (target[row] as number);
    return lack > 0 ? sum + (people[row] as number) * lack ** a : sum;
  }, 0);
  return everyone > 0 ? below / everyone : Number.NaN;
}
