import type { GapResult } from "@needs-map/shared/domain/gap/result";
import type { Method } from "@needs-map/shared/domain/gap/settings";
import { gapKind } from "../words/gap.ts";

/** One ward in the list: its count with the likely range, and its place when the biggest gap comes first. */
export interface RankedWard {
  /** Row of the ward in the engine's arrays. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  /** Short in the unit of supply; for can reach people out of reach, for RAAM the cost. NaN when it cannot be said. */
  readonly value: number;
  /** The likely range; NaN for RAAM, which has none. */
  readonly low: number;
  readonly high: number;
  /** 1 is the biggest gap; null where the figure cannot be said. */
  readonly rank: number | null;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * Wards with the biggest gap first: what the list shows and sentences speak of.
 *
 * @param wards names in the engine's row order
 */
export function rankWards(result: GapResult, method: Method, wards: readonly Named[]): RankedWard[] {
  const { wards: columns } = result;
  const kind = gapKind(method);
  const figures = (row: number) => {
    if (kind === "short") return [columns.short[row], columns.low[row], columns.high[row]];
    if (kind === "cost") return [columns.cost[row]];
    const group = columns.group[row] ?? Number.NaN;
    return [
      columns.outOfReach[row],
      group * (1 - (columns.reachHigh[row] ?? Number.NaN)),
      group * (1 - (columns.reachLow[row] ?? Number.NaN)),
    ];
  };
  const rows = wards.map(({ code, name }, row) => {
    const [value = Number.NaN, low = Number.NaN, high = Number.NaN] = figures(row);
    return { row, code, name, value, low, high };
  });
  const worth = (value: number) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);
  rows.sort((a, b) => worth(b.value) - worth(a.value) || a.name.localeCompare(b.name, "en-GB"));
  return rows.map((ward, position) => ({ ...ward, rank: Number.isNaN(ward.value) ? null : position + 1 }));
}

/** The whole place's figure of what the list ranks: a count, for RAAM the mean cost. */
export const totalGap = ({ total }: GapResult, method: Method) => total[gapKind(method)];

/**
 * A target that some ward is certain to miss, when every ward meets the present one: just above the lowest
 * access of any ward, rounded up to a number that a person would try.
 *
 * @param per people that a target is told for
 */
export function targetToTry(result: GapResult, target: number, per: number): number | null {
  const rates = [...result.wards.access].filter(Number.isFinite).map((access) => access * per);
  if (rates.length === 0) return null;
  const least = Math.max(target, Math.min(...rates));
  const step = 10 ** Math.floor(Math.log10(Math.max(least, 1)) - 0.7);
  const tried = Number((Math.floor(least / step + 1) * step).toFixed(2));
  return tried <= 1000 ? tried : null;
}
