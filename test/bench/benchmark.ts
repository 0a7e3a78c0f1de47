/** One thing that a benchmark decides: missed ones end the run with an error. */
export interface Verdict {
  readonly what: string;
  readonly found: string;
  readonly wanted: string;
  readonly met: boolean;
}

export interface Report {
  readonly verdicts: readonly Verdict[];
  /** Absolute figures of this machine at this hour: printed, never judged. */
  readonly information: readonly string[];
}

/** A named benchmark; each lives in a file of its own and is listed in `main.ts`. */
export interface Benchmark {
  readonly name: string;
  readonly title: string;
  run(): Promise<Report>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** A ratio that must be at least so much. */
export function atLeast(what: string, ratio: number, least: number): Verdict {
  return { what, found: `${ratio.toFixed(1)}×`, wanted: `at least ${least}×`, met: ratio >= least };
}

/** What a function gives and how many milliseconds it took. */
export function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}
