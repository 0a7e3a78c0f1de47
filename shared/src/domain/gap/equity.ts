import {
  concentration,
  concentrationCurve,
  fosterGreerThorbecke,
  fractionalRank,
  gini,
  lorenz,
  type Point,
  palma,
} from "../stats/inequality.ts";
import type { AreaAccess } from "./area-access.ts";
import type { GapEngine } from "./engine.ts";
import { fifthsOf, type Held } from "./fifths.ts";
import { type GapSettings, hasShortfall, type Method } from "./settings.ts";
import { ratio } from "./ward-sums.ts";

/** Ages that are told apart, youngest and oldest; 90 means 90 and over. */
export const AGE_GROUPS = [
  [0, 15],
  [16, 64],
  [65, 90],
] as const;

/** What is compared between people: supply a person, the share in reach, or the cost of crowding and journey. */
export const COMPARED = ["access", "reach", "cost"] as const;
export type Compared = (typeof COMPARED)[number];

export const comparedBy = (method: Method): Compared =>
  method === "reach" ? "reach" : method === "raam" ? "cost" : "access";

export interface AgeGroup extends Held {
  readonly from: number;
  readonly to: number;
}

/** How evenly access is spread over people. What cannot be said is NaN, and a curve that cannot be drawn is empty. */
export interface Equity {
  readonly compared: Compared;
  /** Everyone of the target ages. */
  readonly all: Held;
  /** Five equal parts of the people, the most deprived first; empty without a measure of deprivation. */
  readonly fifths: readonly Held[];
  /** The same question asked for each of `AGE_GROUPS` alone. */
  readonly ages: readonly AgeGroup[];
  readonly gini: number;
  /** Least deprived tenth ÷ most deprived four tenths. */
  readonly palma: number;
  /** Above 0: the less deprived have more of it. */
  readonly concentration: number;
  /** Foster, Greer and Thorbecke 0, 1, 2: people below the target, by how much, and squared. */
  readonly below: number;
  readonly depth: number;
  readonly severity: number;
  readonly lorenz: readonly Point[];
  readonly concentrationCurve: readonly Point[];
  /** The largest `crowdingGap` of the answers that are compared; NaN for a measure without cost. */
  readonly crowdingGap: number;
  /** People in small areas whose deprivation is not known. */
  readonly withoutScore: number;
}

/** A measure of deprivation, one value a small area; NaN where it is missing. */
export interface Deprivation {
  readonly values: Float64Array;
  readonly higherIsMoreNeed: boolean;
}

/**
 * How evenly access is spread over a place, by deprivation and by age. Small areas are the smallest units: within one,
 * everyone has its mean.
 *
 * @param deprivation null where no measure is known
 * @throws RangeError for settings that have no meaning
 */
export function equity(engine: GapEngine, settings: GapSettings, deprivation: Deprivation | null): Equity {
  const ofAges = AGE_GROUPS.map(([ageFrom, ageTo]) => engine.accessByArea({ ...settings, ageFrom, ageTo }));
  const ages = AGE_GROUPS.map(([from, to], k) => ({ from, to, ...wholeOf(ofAges[k] as AreaAccess) }));
  const areas = engine.accessByArea(settings);
  const { people, access, target } = areas;
  const weighted = { values: access, people };
  const score = scoresOf(areas, deprivation);
  const rank = fractionalRank(
    score.map((value) => -value),
    people,
  );
  const wanted = hasShortfall(settings.method) ? target : new Float64Array(people.length);
  const fgt = (a: 0 | 1 | 2) => fosterGreerThorbecke(weighted, wanted, a);
  return {
    compared: comparedBy(settings.method),
    all: wholeOf(areas),
    fifths: score.every(Number.isNaN) ? [] : fifthsOf(areas, score),
    ages,
    gini: gini(weighted),
    palma: palma(weighted, score),
    concentration: concentration(weighted, rank),
    below: fgt(0),
    depth: fgt(1),
    severity: fgt(2),
    lorenz: lorenz(weighted),
    concentrationCurve: concentrationCurve(weighted, rank),
    crowdingGap: Math.max(...[areas, ...ofAges].map(({ crowdingGap }) => crowdingGap)),
    withoutScore: people.reduce((sum, here, row) => sum + (Number.isNaN(score[row] as number) ? here : 0), 0),
  };
}

/** Higher is more deprived; NaN where it, or access, is not known. */
function scoresOf({ access, people }: AreaAccess, deprivation: Deprivation | null): Float64Array {
  if (deprivation === null) return new Float64Array(people.length).fill(Number.NaN);
  const way = deprivation.higherIsMoreNeed ? 1 : -1;
  return access.map((value, row) => (Number.isNaN(value) ? Number.NaN : way * (deprivation.values[row] ?? Number.NaN)));
}

function wholeOf({ people, access }: AreaAccess): Held {
  let [everyone, known, sum] = [0, 0, 0];
  people.forEach((here, row) => {
    everyone += here;
    if (Number.isNaN(access[row] as number)) return;
    known += here;
    sum += here * (access[row] as number);
  });
  return { people: everyone, access: ratio(sum, known) };
}
