import { naturalBreaks } from "@needs-map/shared/domain/stats/jenks";
import type { View } from "../view/view.ts";
import { equalBreaks, readableEnds, roundestBetween } from "./readable.ts";

/** How values are put into classes; auto takes fixed breaks where they are set, else natural (Jenks) breaks. */
export type ClassPolicy = View["cls"];

const MOST_CLASSES = 5;

export interface Classes {
  /** Edges from low to high, one more than there are classes; empty when there is no value at all. */
  readonly breaks: readonly number[];
  readonly count: number;
  /** The class of a value, 0 the lowest; values beyond the ends take the end class; −1 for NaN. */
  classOf(value: number): number;
}

function classesFrom(breaks: readonly number[]): Classes {
  const inner = breaks.slice(1, -1);
  const count = Math.max(0, breaks.length - 1);
  return {
    breaks,
    count,
    classOf: (value) => (Number.isNaN(value) || count === 0 ? -1 : inner.filter((edge) => edge <= value).length),
  };
}

/** The least value of each of so many even groups but the first; equal values are kept together. */
export function quantileLeasts(sorted: Float64Array, groups: number): number[] {
  const starts = new Set<number>();
  for (let group = 1; group < groups; group++) {
    starts.add(nearestChange(sorted, Math.round((group * sorted.length) / groups)));
  }
  starts.delete(0);
  return [...starts].sort((a, b) => a - b).map((start) => sorted[start] ?? Number.NaN);
}

/** The position nearest to a wanted one where the value differs from the one before; 0 where there is none. */
function nearestChange(sorted: Float64Array, wanted: number): number {
  const changes = (at: number) => at > 0 && at < sorted.length && sorted[at] !== sorted[at - 1];
  for (let away = 0; away < sorted.length; away++) {
    if (changes(wanted - away)) return wanted - away;
    if (changes(wanted + away)) return wanted + away;
  }
  return 0;
}

function betweenGroups(sorted: Float64Array, leasts: readonly number[]): number[] {
  const greatestBelow = (least: number) => sorted[sorted.indexOf(least) - 1] ?? Number.NaN;
  const inner = leasts.map((least) => roundestBetween(greatestBelow(least), least));
  return withEnds(sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN, inner);
}

function withEnds(least: number, greatest: number, inner: readonly number[]): number[] {
  const { from, to, step } = readableEnds(least, greatest);
  const first = inner[0] ?? to;
  const last = inner.at(-1) ?? from;
  const low = from < first ? from : first > 0 ? 0 : first - step;
  return [low, ...inner, to > last ? to : last + step];
}

/**
 * Puts values into at most five classes with breaks that read well.
 *
 * A break is the lowest value of the class above it. Equal values are never parted, and with fewer than five distinct
 * values there are fewer classes: one when they are all equal. NaN belongs to no class.
 *
 * @param values one a ward; NaN where there is no figure
 * @param fixed  inner breaks, ascending, that `auto` uses instead of natural ones
 * @see Jenks (1967), The data model concept in statistical mapping; Fisher (1958) for the exact solution
 */
export function classify(values: Float64Array, policy: ClassPolicy, fixed?: readonly number[]): Classes {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const least = sorted[0];
  const greatest = sorted.at(-1);
  if (least === undefined || greatest === undefined) return classesFrom([]);
  if (least === greatest) return classesFrom([least, greatest]);
  if (policy === "auto" && fixed?.length) return classesFrom(withEnds(least, greatest, fixed));
  const groups = Math.min(MOST_CLASSES, new Set(sorted).size);
  if (policy === "equal") return classesFrom(equalBreaks(least, greatest, groups));
  const leasts = policy === "quantile" ? quantileLeasts(sorted, groups) : naturalBreaks(sorted, groups);
  return classesFrom(betweenGroups(sorted, leasts));
}
