/** A number with the noise of binary fractions taken off. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** The power of ten at or below a positive number. */
const powerBelow = (value: number): number => 10 ** Math.floor(Math.log10(value));

/**
 * The roundest number above one value and not above another; of equally round ones, the nearest to their middle.
 * Any such number parts the two values in the same way, so a break may be read aloud without moving a ward.
 *
 * @param above the value that stays below the break
 * @param upTo  the value that stands at or above it; must be greater than `above`
 */
export function roundestBetween(above: number, upTo: number): number {
  const middle = (above + upTo) / 2;
  const largest = Math.max(Math.abs(above), Math.abs(upTo));
  for (let power = powerBelow(largest) * 10; power > largest * 1e-9; power /= 10) {
    for (const step of [power, power / 2, power / 5]) {
      const last = Math.floor(upTo / step);
      const first = Math.floor(above / step) + 1;
      if (first <= last) return clean(Math.min(last, Math.max(first, Math.round(middle / step))) * step);
    }
  }
  return upTo;
}

/** Round numbers at or outside the least and greatest value, for the two ends of a legend. */
export function readableEnds(least: number, greatest: number): { from: number; to: number; step: number } {
  const step = powerBelow(greatest - least) / 10;
  return { from: clean(Math.floor(least / step) * step), to: clean(Math.ceil(greatest / step) * step), step };
}

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Breaks of equal width that are round and hold both values: `classes + 1` of them. */
export function equalBreaks(least: number, greatest: number, classes: number): number[] {
  const power = powerBelow((greatest - least) / classes);
  const widths = [...STEPS, ...STEPS.map((step) => step * 10)].map((step) => step * power);
  const holds = (width: number) => Math.floor(least / width) * width + classes * width >= greatest;
  const width = widths.find(holds) ?? (greatest - least) / classes;
  const from = Math.floor(least / width) * width;
  return Array.from({ length: classes + 1 }, (_, index) => clean(from + index * width));
}
