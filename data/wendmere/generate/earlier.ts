import { INDICATOR_PLANS } from "./indicators.ts";
import type { Land } from "./land.ts";
import { chance } from "./random.ts";

export interface EarlierPlan {
  /** Id of the figure of today. */
  readonly series: string;
  readonly year: number;
  readonly column: string;
  readonly unit: string;
  readonly decimals: number;
  readonly compare: "values" | "places";
  /** The whole borough then, as a multiple of today. */
  readonly level: number;
  /** A change in the way of counting: how far one area's figure may be off for that alone, as a part of it. */
  readonly recounted: number;
}

/** The year of the figures that these are earlier ones of. */
const TODAY = 2025;

const SERIES: readonly (Pick<EarlierPlan, "series" | "compare" | "recounted"> & {
  readonly levels: readonly (readonly [year: number, level: number])[];
})[] = [
  {
    series: "imd",
    compare: "places",
    recounted: 0.06,
    levels: [
      [2015, 0.97],
      [2019, 0.95],
    ],
  },
  {
    series: "low-income-children",
    compare: "values",
    recounted: 0,
    levels: [
      [2021, 0.83],
      [2022, 0.87],
      [2023, 0.93],
      [2024, 0.98],
    ],
  },
  {
    series: "employment",
    compare: "values",
    recounted: 0,
    levels: [
      [2022, 1.06],
      [2023, 1.02],
      [2024, 1.01],
    ],
  },
];

/** Figures of earlier years, under the names of today's with the year. */
export const EARLIER_PLANS: readonly EarlierPlan[] = SERIES.flatMap(({ levels, ...series }) => {
  const own = INDICATOR_PLANS.find(({ id }) => id === series.series);
  if (!own) throw new Error(`There is no figure ${series.series}`);
  return levels.map(([year, level]) => ({
    ...series,
    year,
    level,
    column: `${own.column}_${year}`,
    unit: own.unit,
    decimals: own.decimals,
  }));
});

/** In this year a ward's figures of children were held back, as happens: its trend has a hole. */
const HELD_BACK = { series: "low-income-children", year: 2023, ward: 9 };

/**
 * Figures of every small area in earlier years, worked back from those of today: the whole borough was better or worse
 * off, each ward has drifted up or down since and had better and worse years, and each area has some chance of its own.
 *
 * @param values today's figures, one list a plan of `INDICATOR_PLANS`
 * @returns one list a plan of `EARLIER_PLANS`, in the order of the small areas; null where the figure is missing
 */
export function measureEarlier(
  land: Land,
  values: readonly (readonly (number | null)[])[],
  seed: string,
): (number | null)[][] {
  const draw = chance(seed, "earlier");
  const drift = land.wards.map(() => 0.028 * draw.normal());
  return EARLIER_PLANS.map(({ series, year, decimals, level, recounted }) => {
    const wobble = land.wards.map(() => 0.05 * draw.normal());
    const today = values[INDICATOR_PLANS.findIndex(({ id }) => id === series)] ?? [];
    return land.areas.map(({ ward }, area) => {
      const own = (0.03 + recounted) * draw.normal();
      const value = today[area];
      const held = series === HELD_BACK.series && year === HELD_BACK.year && ward === HELD_BACK.ward;
      if (value === null || value === undefined || held) return null;
      const then = value * level * (1 - (drift[ward] ?? 0) * (TODAY - year)) * (1 + (wobble[ward] ?? 0)) * (1 + own);
      return Number(Math.max(0.4, then).toFixed(decimals));
    });
  });
}
