import { percentiles } from "../stats/percentile.ts";

/** Fewer wards with a figure than this have no fifths. */
export const LEAST_WARDS = 5;

/** Digits that two figures are told apart by: sums of the same parts in another order differ in the last bits. */
const DIGITS = 12;

/**
 * The wards in the worst fifth: those whose percentile, (mean rank − ½) ÷ n, is 0.8 or more when the ward with the most
 * need ranks n. Wards with one figure share their rank, so that they are in or out together.
 *
 * @param values of each ward, its population-weighted mean; NaN where it is missing, which does not count in n
 * @returns 1 or 0 per ward, 0 where it is missing; null where fewer than five are known, for then it is not said
 */
export function worstFifth(values: Float64Array, higherIsMoreNeed: boolean): Uint8Array | null {
  if (values.filter((value) => !Number.isNaN(value)).length < LEAST_WARDS) return null;
  const way = higherIsMoreNeed ? 1 : -1;
  const ranks = percentiles(values.map((value) => way * Number(value.toPrecision(DIGITS))));
  return Uint8Array.from(ranks, (rank) => (rank >= 0.8 ? 1 : 0));
}

/** The figures of all wards at one date. */
export interface Period {
  /** One a ward; NaN where it is missing. */
  readonly values: Float64Array;
  readonly higherIsMoreNeed: boolean;
}

/** How long each ward has been in the worst fifth without a break. */
export interface Persistence {
  /** For each period the wards of its worst fifth, 1 or 0; null where it is not said. */
  readonly worst: readonly (Uint8Array | null)[];
  /** Periods in a row, up to the latest, in the worst fifth; 0 where the ward is not in that of the latest. */
  readonly run: Int32Array;
  /** The period whose missing figure ended the run, so that it may be longer than is known; −1 for none. */
  readonly brokenBy: Int32Array;
}

/**
 * Persistent need: for how many periods in a row, up to the latest, each ward has been in the worst fifth. A period that
 * has no figure of the ward, or in which no fifth is said, breaks the run.
 *
 * @param periods oldest first
 * @param wards   number of wards
 */
export function persistence(periods: readonly Period[], wards: number): Persistence {
  const worst = periods.map(({ values, higherIsMoreNeed }) => worstFifth(values, higherIsMoreNeed));
  const run = new Int32Array(wards);
  const brokenBy = new Int32Array(wards).fill(-1);
  for (let ward = 0; ward < wards; ward++) {
    let at = periods.length - 1;
    while (at >= 0 && worst[at]?.[ward] === 1) at--;
    run[ward] = periods.length - 1 - at;
    const unknown = at >= 0 && (worst[at] === null || Number.isNaN(periods[at]?.values[ward]));
    if (unknown) brokenBy[ward] = at;
  }
  return { worst, run, brokenBy };
}
