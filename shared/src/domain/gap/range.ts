/** Every journey taken shorter, as it is, and longer; the longest journey stays. */
export const TIME_FACTORS = [0.75, 1, 1.25] as const;

/** Half-width of the 95% interval of a count, in its square roots: assumed where no margin is published. */
const MARGIN = 1.96;

/** One array a level of people. */
export interface Levels {
  readonly low: Float64Array;
  readonly middle: Float64Array;
  readonly high: Float64Array;
}

/**
 * People of each point low, middle and high. The points of a ward move together, by max(0, 1 ± margin ÷ P_w);
 * a point outside the place (ward −1) stays as it is.
 *
 * @param people    people of each point
 * @param ward      row of the ward of each point
 * @param wardGroup people of each ward
 */
export function peopleLevels(people: Float64Array, ward: Int32Array, wardGroup: Float64Array): Levels {
  const margin = wardGroup.map((group) => (group > 0 ? (MARGIN * Math.sqrt(group)) / group : 0));
  const part = (i: number) => ((ward[i] as number) < 0 ? 0 : (margin[ward[i] as number] as number));
  return {
    low: people.map((here, i) => here * Math.max(0, 1 - part(i))),
    middle: people,
    high: people.map((here, i) => here * (1 + part(i))),
  };
}

/** Applies a function to each level. */
export function atEachLevel(levels: Levels, of: (people: Float64Array) => Float64Array): Levels {
  return { low: of(levels.low), middle: of(levels.middle), high: of(levels.high) };
}
