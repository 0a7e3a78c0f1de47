import { HEADINGS, headed } from "./headings.ts";
import type { Only, Took } from "./recognised.ts";
import type { Column } from "./survey.ts";

export interface Filters {
  readonly only: Only;
  readonly took: readonly Took[];
}

const EVERYONE = /^(persons?|all( persons)?|both( sexes)?|total|people|all people|t|p)$/i;
const COUNTED = /^(count|counts|value|number|persons|people|households?)$/i;

/**
 * Which rows of a table are wanted, so that nobody counts twice: persons and not men and women again, counts and not
 * shares, the newest date.
 */
export function rowFilters(columns: readonly Column[]): Filters {
  const only: Only = {};
  const took: Took[] = [];
  const take = (column: Column | null, as: string, pick: (values: string[]) => string | undefined) => {
    const values = [...(column?.distinct ?? [])].filter((value) => value !== "");
    const value = values.length > 1 ? pick(values) : undefined;
    if (!column || value === undefined) return;
    only[column.name] = value;
    took.push({ column: column.name, as: `${as} "${value}"`, sure: "certain" });
  };
  take(headed(columns, "sex"), "only rows of", (values) => values.find((value) => EVERYONE.test(value)));
  for (const column of columns)
    if (HEADINGS.measure.test(column.key))
      take(column, "only rows of", (values) => values.find((value) => COUNTED.test(value)));
  take(headed(columns, "period"), "only rows of", (values) => values.toSorted().at(-1));
  return { only, took };
}

/** The date that the rows are of: that of a column, or the year that a heading or the title tells. */
export function dateOf(columns: readonly Column[], title: string): string {
  const period = headed(columns, "period");
  const newest = [...(period?.distinct ?? [])].toSorted().at(-1);
  if (newest && /\d{4}/.test(newest)) return newest;
  for (const text of [title, ...columns.map(({ name }) => name)]) {
    const mid = /mid[\s_-]*(?:year[\s_-]*)?((?:19|20)\d{2})/i.exec(text)?.[1];
    if (mid) return `mid-${mid}`;
  }
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(title)?.[0];
  return year ?? "date not told";
}
