/** Table entries for each 1 of the exponent, and where the table ends. */
const STEPS = 256;
const TOP = 32;

/** exp(−y) for y in 0…0.23, to the last bit or two: the same on every engine, where Math.exp differs. */
export function expOfLess(y: number): number {
  const tail = 1 - (y / 8) * (1 - (y / 9) * (1 - (y / 10) * (1 - y / 11)));
  return 1 - y * (1 - (y / 2) * (1 - (y / 3) * (1 - (y / 4) * (1 - (y / 5) * (1 - (y / 6) * (1 - (y / 7) * tail))))));
}

/** exp(−k ÷ STEPS), from one root for each whole number and one for what is over. */
const FALL = Float64Array.from({ length: STEPS * TOP + 1 }, (_, k) => {
  const whole = Math.floor(k / STEPS);
  return expOfLess(0.125) ** (8 * whole) * expOfLess((k % STEPS) / (8 * STEPS)) ** 8;
});

/** exp(−y) for y from 0, to 1e-12 of it: from the nearest entry of a table, and by Math.exp where there is next to nothing. */
export function fallOff(y: number): number {
  if (y > TOP) return Math.exp(-y);
  const k = (y * STEPS + 0.5) | 0;
  const r = y - k * (1 / STEPS);
  return (FALL[k] as number) * (1 - r * (1 - r * (1 / 2 - r * (1 / 6))));
}
