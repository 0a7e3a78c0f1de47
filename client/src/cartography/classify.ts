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

/**
 * The least value of each of so many even groups but the first. Equal values are kept together; what they take up
 * is shared out evenly among the groups that are left.
 */
export function quantileLeasts(sorted: Float64Array, groups: number): number[] {
  const leasts: number[] = [];
  let start = 0;
  for (let left = groups; left > 1; left--) {
    start = nearestChange(sorted, start + Math.round((sorted.length - start) / left), start);
    const least = sorted[start];
    if (least === undefined) break;
    leasts.push(least);
  }
  return leasts;
}

/** The position nearest to a wanted one, beyond another, where the value differs from the one before; else the end. */
function nearestChange(sorted: Float64Array, wanted: number, beyond: number): number {
  const changes = (at: number) => at > beyond && at < sorted.length && sorted[at] !== sorted[at - 1];
  for (let away = 0; away < sorted.length; away++) {
    if (changes(wanted - away)) return wanted - away;
    if (changes(wanted + away)) return wanted + away;
  }
  return sorted.length;
}

/** Round breaks between groups. A group that holds nothing but the most there can be still gets a break below it. */
function betweenGroups(sorted: Float64Array, leasts: readonly number[], most: number): number[] {
  const greatestBelow = (least: number) => sorted[sorted.indexOf(least) - 1] ?? Number.NaN;
  const inner = leasts.map((least) => {
    const below = greatestBelow(least);
    return roundestBetween(below, least < most ? least : (below + most) / 2);
  });
  return withEnds(sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN, inner, most);
}

function withEnds(least: number, greatest: number, inner: readonly number[], most: number): number[] {
  const { from, to, step } = readableEnds(least, greatest);
  const first = inner[0] ?? to;
  const last = inner.at(-1) ?? from;
  const low = from < first ? from : first > 0 ? 0 : first - step;
  return [low, ...inner, Math.min(most, to > last ? to : last + step)];
}

const cutAt = (most: number, breaks: readonly number[]): readonly number[] =>
  (breaks.at(-1) ?? most) > most ? [...breaks.filter((edge) => edge < most), most] : breaks;

/**
 * Puts values into at most five classes with breaks that read well.
 *
 * A break is the lowest value of the class above it. Equal values are never parted, and with fewer than five distinct
 * values there are fewer classes: one when they are all equal. NaN belongs to no class.
 *
 * @param values one a ward; NaN where there is no figure
 * @param fixed  inner breaks, ascending, that `auto` uses instead of natural ones
 * @param most   the greatest value that there can be, such as 100%: no class ends above it
 * @see Jenks (1967), The data model concept in statistical mapping; Fisher (1958) for the exact solution
 */
export function classify(
  values: Float64Array,
  policy: ClassPolicy,
  fixed?: readonly number[],
  most = Number.POSITIVE_INFINITY,
): Classes {
  const known = values.filter((value) => !Number.isNaN(value));
  const sorted = known.map((value) => Math.min(most, value)).sort();
  const least = sorted[0];
  const greatest = sorted.at(-1);
  if (least === undefined || greatest === undefined) return classesFrom([]);
  if (least === greatest) return classesFrom([least, greatest]);
  const set = fixed?.filter((edge) => edge < most) ?? [];
  if (policy === "auto" && set.length > 0) return classesFrom(withEnds(least, greatest, set, most));
  const groups = Math.min(MOST_CLASSES, new Set(sorted).size);
  if (policy === "equal") return classesFrom(cutAt(most, equalBreaks(least, greatest, groups)));
  const leasts = policy === "quantile" ? quantileLeasts(sorted, groups) : naturalBreaks(sorted, groups);
  return classesFrom(betweenGroups(sorted, leasts, most));
}
