import { percentiles } from "../stats/percentile.ts";

/** An indicator turned into need: 0…1 by small area, higher is more need, NaN where it is missing. */
export interface NeedPart {
  readonly id: string;
  readonly need: Float64Array;
  readonly missing: number;
}

/** The need index by small area, with what was missing. */
export interface NeedIndex {
  /** 0…1, NaN where every indicator is missing. */
  readonly need: Float64Array;
  /** Indicators of weight above 0 that are missing somewhere, with the number of small areas. */
  readonly missing: readonly { readonly id: string; readonly areas: number }[];
}

/** Percentile of each small area within the place, turned so that higher is more need. */
export function needPart(id: string, values: Float64Array, higherIsMoreNeed: boolean): NeedPart {
  const ranks = percentiles(values);
  return {
    id,
    need: higherIsMoreNeed ? ranks : ranks.map((rank) => 1 - rank),
    missing: values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0),
  };
}

/**
 * Weighted mean of the parts. A missing indicator drops out of an area's mean and its weight is shared among the others.
 *
 * @param areas   number of small areas
 * @param weights by indicator id; what is left out weighs 0
 */
export function needIndex(
  areas: number,
  parts: readonly NeedPart[],
  weights: Readonly<Record<string, number>>,
): NeedIndex {
  const sum = new Float64Array(areas);
  const held = new Float64Array(areas);
  const used = parts.filter(({ id }) => (weights[id] ?? 0) > 0);
  for (const { id, need } of used) {
    const weight = weights[id] ?? 0;
    for (let area = 0; area < areas; area++) {
      const part = need[area] as number;
      if (Number.isNaN(part)) continue;
      sum[area] = (sum[area] as number) + weight * part;
      held[area] = (held[area] as number) + weight;
    }
  }
  return {
    need: sum.map((total, area) => ((held[area] as number) > 0 ? total / (held[area] as number) : Number.NaN)),
    missing: used.filter(({ missing }) => missing > 0).map(({ id, missing }) => ({ id, areas: missing })),
  };
}
