import type { Classes } from "./classify.ts";

/** Where a value stands on a legend bar of equally wide classes, 0 at its left end and 1 at its right; NaN stays NaN. */
export function positionOn({ breaks, count, classOf }: Classes, value: number): number {
  const index = classOf(value);
  if (index < 0) return Number.NaN;
  const from = breaks[index] ?? 0;
  const width = (breaks[index + 1] ?? from) - from;
  const within = width > 0 ? Math.min(1, Math.max(0, (value - from) / width)) : 0.5;
  return (index + within) / count;
}

/** A dot's place in a grid of columns from the left and rows from the bottom. */
export interface Dot {
  readonly column: number;
  readonly row: number;
  /** Position of the value among those given. */
  readonly of: number;
}

const ROWS = 4;

/**
 * Stacks one dot a value above a legend bar, beside each other where a stack grows too tall, never over another class.
 *
 * @param columns how many dots stand side by side over the whole bar
 */
export function stackDots(classes: Classes, values: Float64Array, columns: number): Dot[] {
  const perClass = Math.floor(columns / Math.max(1, classes.count));
  const heights = new Uint16Array(columns);
  const members = new Map<number, number>();
  for (const value of values) members.set(classes.classOf(value), (members.get(classes.classOf(value)) ?? 0) + 1);
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  return order.flatMap((of) => {
    const value = values[of] ?? Number.NaN;
    const index = classes.classOf(value);
    if (index < 0) return [];
    const first = Math.ceil((index * columns) / classes.count);
    const last = Math.max(first, Math.floor(((index + 1) * columns) / classes.count) - 1);
    const rows = Math.max(ROWS, Math.ceil((members.get(index) ?? 0) / perClass));
    const wanted = Math.min(last, Math.max(first, Math.floor(positionOn(classes, value) * columns)));
    const column = nearestFree(heights, { wanted, first, last, rows });
    const row = heights[column] ?? 0;
    heights[column] = row + 1;
    return [{ column, row, of }];
  });
}

interface Search {
  readonly wanted: number;
  readonly first: number;
  readonly last: number;
  readonly rows: number;
}

function nearestFree(heights: Uint16Array, { wanted, first, last, rows }: Search): number {
  const free = (column: number) => column >= first && column <= last && (heights[column] ?? rows) < rows;
  for (let away = 0; away <= last - first; away++) {
    if (free(wanted + away)) return wanted + away;
    if (free(wanted - away)) return wanted - away;
  }
  return wanted;
}
