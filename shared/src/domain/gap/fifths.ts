import type { AreaAccess } from "./area-access.ts";

/** People with their mean access. */
export interface Held {
  readonly people: number;
  /** NaN where nobody is known. */
  readonly access: number;
}

const PARTS = 5;

/**
 * Five parts of equal people, the most deprived first. A small area that a cut goes through is split by its people, and
 * areas of one score are taken together, so that their order does not matter.
 *
 * @param score of deprivation, higher is more deprived; areas where it is NaN take no part
 */
export function fifthsOf({ people, access }: AreaAccess, score: Float64Array): Held[] {
  const rows = [...score.keys()]
    .filter((row) => !Number.isNaN(score[row]) && !Number.isNaN(access[row]) && (people[row] as number) > 0)
    .sort((a, b) => (score[b] as number) - (score[a] as number));
  const everyone = rows.reduce((sum, row) => sum + (people[row] as number), 0);
  const sums = new Float64Array(PARTS);
  let before = 0;
  for (let first = 0; first < rows.length; ) {
    let [end, here, held] = [first, 0, 0];
    for (; end < rows.length && score[rows[end] as number] === score[rows[first] as number]; end++) {
      const row = rows[end] as number;
      here += people[row] as number;
      held += (people[row] as number) * (access[row] as number);
    }
    for (let part = 0; part < PARTS; part++) {
      const [from, to] = [(everyone * part) / PARTS, (everyone * (part + 1)) / PARTS];
      const inside = Math.max(0, Math.min(before + here, to) - Math.max(before, from));
      sums[part] = (sums[part] as number) + (inside * held) / here;
    }
    before += here;
    first = end;
  }
  const each = everyone / PARTS;
  return Array.from(sums, (sum) => ({ people: each, access: each > 0 ? sum / each : Number.NaN }));
}
