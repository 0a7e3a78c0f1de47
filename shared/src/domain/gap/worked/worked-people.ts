import { largestTerms, type Terms } from "./terms.ts";
import { type PointTold, sumOver, type WardGround } from "./ward-ground.ts";

export interface WorkedPeople {
  /** Demand points of the ward. */
  readonly points: number;
  readonly everyone: number;
  /** People of the target ages by point. */
  readonly group: Terms<PointTold>;
}

/** P: people of the target ages, summed over the ward's points. */
export function workedPeople(ground: WardGround): WorkedPeople {
  const { rows, people, everyone } = ground;
  return {
    points: rows.length,
    everyone: sumOver(ground, (i) => everyone[i] as number),
    group: largestTerms(rows, (i) => people.middle[i] as number, ground.point),
  };
}
