/**
 * Percentile of each value among the others, (mean rank − ½) ÷ n, in 0…1: tied values share their mean rank.
 *
 * Missing values (NaN) stay NaN and do not count in n.
 */
export function percentiles(values: Float64Array): Float64Array {
  const known = Int32Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]));
  known.sort((a, b) => (values[a] as number) - (values[b] as number));
  const found = new Float64Array(values.length).fill(Number.NaN);
  const n = known.length;
  for (let first = 0; first < n; ) {
    let end = first + 1;
    while (end < n && values[known[end] as number] === values[known[first] as number]) end++;
    const meanRank = (first + 1 + end) / 2;
    for (let k = first; k < end; k++) found[known[k] as number] = (meanRank - 0.5) / n;
    first = end;
  }
  return found;
}
