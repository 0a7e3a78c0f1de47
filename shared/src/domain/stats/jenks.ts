import { knownSorted } from "./breaks.ts";

/**
 * Natural breaks: the classes with the least sum of squared distances to their means. Exact.
 *
 * Dynamic programming over the sorted values, O(k·n·log n): the best start of the last class never moves back
 * as values are added, so each layer is filled by halving.
 *
 * @param values missing values (NaN) take no part
 * @returns the least value of each class but the first; fewer when there are fewer distinct values than classes
 * @see Jenks and Caspall (1971); Wang and Song (2011), Ckmeans.1d.dp
 */
export function naturalBreaks(values: ArrayLike<number>, classes: number): number[] {
  const sorted = knownSorted(values);
  const layers = Math.min(classes, new Set(sorted).size);
  if (layers < 2) return [];
  const starts = bestStarts(sorted, layers);
  const breaks: number[] = [];
  for (let layer = layers - 1, end = sorted.length - 1; layer > 0; layer--) {
    const start = starts[layer]?.[end] ?? 0;
    breaks.unshift(sorted[start] as number);
    end = start - 1;
  }
  return breaks;
}

/** For each layer (number of classes − 1) and last value, where the last class starts at best. */
function bestStarts(sorted: Float64Array, layers: number): Int32Array[] {
  const n = sorted.length;
  const spread = spreadOf(sorted);
  let least = Float64Array.from(sorted, (_, end) => spread(0, end));
  const starts = [new Int32Array(n)];
  for (let layer = 1; layer < layers; layer++) {
    const before = least;
    const now = new Float64Array(n).fill(Infinity);
    const start = new Int32Array(n);
    const fill = (first: number, last: number, from: number, to: number): void => {
      if (first > last) return;
      const end = (first + last) >> 1;
      for (let at = Math.max(from, layer); at <= Math.min(to, end); at++) {
        const sum = (before[at - 1] as number) + spread(at, end);
        if (sum >= (now[end] as number)) continue;
        now[end] = sum;
        start[end] = at;
      }
      fill(first, end - 1, from, start[end] as number);
      fill(end + 1, last, start[end] as number, to);
    };
    fill(layer, n - 1, layer, n - 1);
    least = now;
    starts.push(start);
  }
  return starts;
}

/** Sum of squared distances to the mean of a run of sorted values, from running sums about the middle value. */
function spreadOf(sorted: Float64Array): (first: number, last: number) => number {
  const middle = sorted[sorted.length >> 1] ?? 0;
  const sums = new Float64Array(sorted.length + 1);
  const squares = new Float64Array(sorted.length + 1);
  for (let i = 0; i < sorted.length; i++) {
    const value = (sorted[i] as number) - middle;
    sums[i + 1] = (sums[i] as number) + value;
    squares[i + 1] = (squares[i] as number) + value * value;
  }
  return (first, last) => {
    const sum = (sums[last + 1] as number) - (sums[first] as number);
    const square = (squares[last + 1] as number) - (squares[first] as number);
    return Math.max(0, square - (sum * sum) / (last - first + 1));
  };
}
