import type { Gaps, WardGap } from "@needs-map/shared/contract/gaps";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { Unit } from "@needs-map/shared/domain/gap/settings";
import { percent, rangeWords, supplyCount, UNSAID } from "../../words/numbers.ts";
import { placeWords } from "../gaps/facts.ts";

/** How many kinds of service a ward is told by. */
export const TOLD_TYPES = 6;

/** What a ward is short of, for one kind of service under the settings that it starts with. */
export interface WardGapLine {
  readonly type: ServiceTypeListed;
  readonly settings: Gaps["settings"];
  readonly gap: WardGap;
  /** "45 places", "0.3 sites"; "None" where it is shown as none. */
  readonly short: string;
  /** "likely 38 to 52"; null where it is shown as one figure. */
  readonly range: string | null;
  /** Share of the target that is met. */
  readonly met: string;
  /** "2nd biggest gap"; null where there is none, or it cannot be said. */
  readonly rank: string | null;
  /** Whether more than nothing is shown as short. */
  readonly falls: boolean;
}

/** A ward's line of an answer; null where the answer does not have the ward. */
export function wardGapLine(type: ServiceTypeListed, { wards, settings }: Gaps, code: string): WardGapLine | null {
  const gap = wards.find((ward) => ward.code === code);
  if (!gap) return null;
  const show = (value: number) => supplyCount(value, type.unit);
  const falls = gap.short !== null && show(gap.short) !== show(0);
  const others = wards.flatMap(({ short }) => short ?? []);
  return {
    type,
    settings,
    gap,
    short: gap.short === null ? UNSAID : falls ? countOf(show(gap.short), type.unit) : "None",
    range: gap.low === null || gap.high === null ? null : rangeWords(gap.low, gap.high, show),
    met: gap.coverage === null ? UNSAID : percent(gap.coverage),
    rank: falls && gap.short !== null ? placeWords(gap.short, others, ["biggest gap", "smallest gap"], show) : null,
    falls,
  };
}

/** "1 place", "34 places", "0.4 sites". */
const countOf = (count: string, unit: Unit) => `${count} ${count === "1" ? unit.slice(0, -1) : unit}`;

/**
 * The kind of service that a ward is furthest from having enough of: the least part of the target met, since places and
 * sites cannot be compared by their number.
 */
export function biggestGap(lines: readonly WardGapLine[]): WardGapLine | null {
  const falling = lines.filter(({ falls, gap }) => falls && gap.coverage !== null);
  return falling.reduce<WardGapLine | null>(
    (worst, line) => (worst === null || (line.gap.coverage ?? 1) < (worst.gap.coverage ?? 1) ? line : worst),
    null,
  );
}
