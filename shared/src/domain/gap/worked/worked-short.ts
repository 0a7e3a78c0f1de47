import { twoStepAccess } from "../../access/two-step.ts";
import { type Levels, TIME_FACTORS } from "../range.ts";
import { ratio, sumByWard } from "../ward-sums.ts";
import { largestTerms, type Terms } from "./terms.ts";
import { type PointTold, sumOver, type WardGround } from "./ward-ground.ts";
import type { Catchments } from "./worked-catchments.ts";

/** A point that is short: target·P less A·P. */
export interface PointShort extends PointTold {
  /** N there; NaN where it is not known, and then the target is not raised. */
  readonly need: number;
  /** Supply wanted a person. */
  readonly target: number;
  readonly access: number;
}

/** One of the nine combinations of the range. */
export interface Combination {
  /** Journeys so many times as long; null where they play no part. */
  readonly factor: number | null;
  readonly level: keyof Levels;
  /** People of the ward at that level. */
  readonly people: number;
  readonly short: number;
}

export interface WorkedShort {
  /** Supply wanted a person before need raises it. */
  readonly perPerson: number;
  /** Σ target·P. */
  readonly wanted: number;
  /** Σ min(target·P, A·P). */
  readonly met: number;
  /** Met ÷ wanted. */
  readonly coverage: number;
  readonly points: Terms<PointShort>;
  /** The two causes: points that are short with nothing in reach, and the others that are short. */
  readonly outOfReach: { readonly points: number; readonly short: number };
  readonly notEnough: { readonly points: number; readonly short: number };
  /** Points that have enough. */
  readonly enough: number;
  /** ±1.96√P of the ward. */
  readonly margin: number;
  readonly combinations: readonly Combination[];
  /** The combinations that gave the least and the greatest. */
  readonly low: Combination;
  readonly high: Combination;
}

const LEVELS = ["low", "middle", "high"] as const;

/** What the ward is short of, its two causes, how much of its target is met, and the range. */
export function workedShort(ground: WardGround, at: ((factor: number) => Catchments) | null): WorkedShort {
  const { rows, home, target, need, nearest, people, settings, wardGroup, perPerson } = ground;
  const accessAt = (factor: number) => {
    const used = at?.(factor).used;
    return (level: keyof Levels) =>
      used ? twoStepAccess(used, people[level], ground.supply) : wardRatio(ground, people[level]);
  };
  const factors = at === null ? [null] : TIME_FACTORS;
  const asked = accessAt(1)("middle");
  const lack = (access: Float64Array, level: keyof Levels) => (i: number) => {
    const here = people[level][i] as number;
    return Math.max(0, (target[i] as number) * here - (access[i] as number) * here);
  };
  const short = lack(asked, "middle");
  const combinations = factors.flatMap((factor) => {
    const access = accessAt(factor ?? 1);
    return LEVELS.map((level) => ({
      factor,
      level,
      people: sumOver(ground, (i) => people[level][i] as number),
      short: sumOver(ground, lack(access(level), level)),
    }));
  });
  const [first] = combinations as [Combination];
  const cause = (out: boolean) => {
    const own = rows.filter((i) => short(i) > 0 && (nearest[i] as number) <= settings.minutes !== out);
    return { points: own.length, short: own.reduce((sum, i) => sum + short(i), 0) };
  };
  const here = (i: number) => people.middle[i] as number;
  const wanted = sumOver(ground, (i) => (target[i] as number) * here(i));
  const met = sumOver(ground, (i) => Math.min(target[i] as number, asked[i] as number) * here(i));
  return {
    perPerson,
    wanted,
    met,
    coverage: ratio(met, wanted),
    points: largestTerms(rows, short, (i) => ({
      ...ground.point(i),
      need: need[i] as number,
      target: target[i] as number,
      access: asked[i] as number,
    })),
    outOfReach: cause(true),
    notEnough: cause(false),
    enough: rows.filter((i) => short(i) === 0).length,
    margin: 1.96 * Math.sqrt(wardGroup[home] as number),
    combinations,
    low: combinations.reduce((least, one) => (one.short < least.short ? one : least), first),
    high: combinations.reduce((most, one) => (one.short > most.short ? one : most), first),
  };
}

/** Supply inside each point's ward a person of it, at one level of people; 0 where there is nobody, or outside the place. */
function wardRatio({ wards, ward, siteWard, supply }: WardGround, people: Float64Array): Float64Array {
  const group = sumByWard(wards, ward, (i) => people[i] as number);
  const inside = sumByWard(wards, siteWard, (j) => supply[j] as number);
  return Float64Array.from(ward, (home) =>
    home >= 0 && (group[home] as number) > 0 ? (inside[home] as number) / (group[home] as number) : 0,
  );
}
