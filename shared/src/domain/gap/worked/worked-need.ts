import { ratio } from "../ward-sums.ts";
import { largestTerms, type Terms } from "./terms.ts";
import type { WardGround } from "./ward-ground.ts";

/** One indicator's part in the need of a ward. */
export interface WorkedPart {
  readonly id: string;
  /** Its weight among those chosen, 0…1. */
  readonly weight: number;
  /** People-weighted mean of its place among all small areas, 0…1, where it is known; NaN where it is known nowhere. */
  readonly mean: number;
  /** What it adds to the ward's need; the parts add up to it. */
  readonly adds: number;
}

export interface WorkedNeed {
  /** N of the ward; NaN where nothing is known. */
  readonly need: number;
  readonly parts: readonly WorkedPart[];
  /** P·N by small area, over the people whose need is known. */
  readonly areas: Terms<{ readonly area: string | null; readonly people: number; readonly need: number }>;
  /** Σ P over the people whose need is known. */
  readonly people: number;
}

/** N of the ward, Σ P·N ÷ Σ P, by small area and by indicator. */
export function workedNeed(ground: WardGround): WorkedNeed {
  const { rows, area, need, parts, settings } = ground;
  const here = (i: number) => ground.people.middle[i] as number;
  const known = rows.filter((i) => !Number.isNaN(need[i] as number));
  const people = known.reduce((sum, i) => sum + here(i), 0);
  const used = parts.flatMap((part) => {
    const weight = settings.weights[part.id] ?? 0;
    return weight > 0 ? [{ ...part, weight }] : [];
  });
  const all = used.reduce((sum, { weight }) => sum + weight, 0);
  const knows = (part: (typeof used)[number], i: number) => !Number.isNaN(part.need[area[i] as number] as number);
  const held = (i: number) => used.reduce((sum, part) => sum + (knows(part, i) ? part.weight : 0), 0);
  const byArea = new Map<number, number[]>();
  for (const i of known) byArea.set(area[i] as number, [...(byArea.get(area[i] as number) ?? []), i]);
  const peopleOf = (own: readonly number[]) => own.reduce((sum, i) => sum + here(i), 0);
  const needOf = (own: readonly number[]) => need[own[0] as number] as number;
  return {
    need: ratio(
      known.reduce((sum, i) => sum + here(i) * (need[i] as number), 0),
      people,
    ),
    parts: used.map((part) => {
      const of = (i: number) => part.need[area[i] as number] as number;
      const own = known.filter((i) => knows(part, i));
      return {
        id: part.id,
        weight: part.weight / all,
        mean: ratio(
          own.reduce((sum, i) => sum + here(i) * of(i), 0),
          peopleOf(own),
        ),
        adds: ratio(
          own.reduce((sum, i) => sum + (here(i) * of(i) * part.weight) / held(i), 0),
          people,
        ),
      };
    }),
    areas: largestTerms(
      [...byArea.values()],
      (own) => peopleOf(own) * needOf(own),
      (own) => ({ area: ground.point(own[0] as number).area, people: peopleOf(own), need: needOf(own) }),
    ),
    people,
  };
}
