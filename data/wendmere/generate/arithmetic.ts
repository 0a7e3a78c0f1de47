/**
 * Sine, cosine and exponential from exact operations alone. Engines differ in the last bits of their own, and the
 * sample has to come out the same to the byte on all of them.
 */
const HALF_PI = Math.PI / 2;

const series = (x: number, first: number): number => {
  let term = first === 0 ? 1 : x;
  let sum = term;
  for (let power = first + 1; power < first + 18; power += 2) {
    term *= (-x * x) / (power * (power + 1));
    sum += term;
  }
  return sum;
};

/** Sine of an angle in radians. */
export function sine(angle: number): number {
  const quarter = Math.round(angle / HALF_PI);
  const rest = angle - quarter * HALF_PI;
  const value = quarter % 2 === 0 ? series(rest, 1) : series(rest, 0);
  return (quarter & 3) >= 2 ? -value : value;
}

/** Cosine of an angle in radians. */
export const cosine = (angle: number): number => sine(angle + HALF_PI);

/** e to the power of x. */
function exponential(x: number): number {
  const halvings = Math.max(0, Math.ceil(Math.abs(x)));
  const small = halvings === 0 ? x : x / halvings;
  let term = 1;
  let sum = 1;
  for (let power = 1; power < 20; power++) {
    term *= small / power;
    sum += term;
  }
  let value = 1;
  for (let turn = 0; turn < Math.max(1, halvings); turn++) value *= sum;
  return value;
}

/** A bell of height 1 at 0 with the given width (standard deviation). */
export const bell = (distance: number, width: number): number =>
  exponential(-(distance * distance) / (2 * width * width));

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** 0 below `low`, 1 above `high`, smooth between. */
export function ramp(value: number, low: number, high: number): number {
  const share = clamp((value - low) / (high - low), 0, 1);
  return share * share * (3 - 2 * share);
}
