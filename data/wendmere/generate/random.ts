/** A stream of chance that gives the same numbers on every machine. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  /** One member of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A copy of a list in a random order. */
  shuffled<T>(list: readonly T[]): T[];
  /** Near enough normal, mean 0, standard deviation 1, never beyond ±6 (Irwin–Hall). */
  normal(): number;
}

const mixed = (text: string, salt: number): number => {
  let hash = 2166136261 ^ salt;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
    hash ^= hash >>> 13;
  }
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
};

/**
 * Chance for one subject: each subject draws from its own stream, so that a change in one leaves the others as they were.
 *
 * @see Doty-Humphrey, PractRand (sfc32)
 */
export function chance(seed: string, subject: string): Chance {
  const text = `${seed}/${subject}`;
  let [a, b, c, counter] = [mixed(text, 1), mixed(text, 2), mixed(text, 3), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm++) next();
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    pick<T>(list: readonly T[]): T {
      const picked = list[whole(0, list.length - 1)];
      if (picked === undefined) throw new RangeError("Nothing to pick from");
      return picked;
    },
    shuffled<T>(list: readonly T[]): T[] {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at--) {
        const other = whole(0, at);
        [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
      }
      return copy;
    },
    normal() {
      let sum = -6;
      for (let draw = 0; draw < 12; draw++) sum += next();
      return sum;
    },
  };
}
