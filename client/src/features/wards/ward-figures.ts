import type { Indicator, Interval } from "@needs-map/shared/contract/indicator";
import type { WardDetail } from "@needs-map/shared/contract/ward";

/** One indicator of a ward, with the least and greatest of its small areas. */
export interface WardFigure {
  readonly indicator: Indicator;
  readonly value: number | null;
  /** The 95% interval of a share that comes from counts; null for others. */
  readonly interval: Interval;
  /** Over the small areas that have people in the ward; null where it is kept for wards, or nothing is known. */
  readonly range: readonly [number, number] | null;
  /** Place among the wards whose value is known, 1 the highest; null where it is not known. */
  readonly rank: number | null;
  readonly of: number;
}

/** Every indicator of a ward, grouped by theme in the order of the recipe. */
export function wardFigures(ward: WardDetail, indicators: readonly Indicator[]): Map<string, WardFigure[]> {
  const themes = new Map<string, WardFigure[]>();
  for (const indicator of indicators) {
    const figures = themes.get(indicator.theme) ?? [];
    themes.set(indicator.theme, figures);
    figures.push(wardFigure(ward, indicator));
  }
  return themes;
}

function wardFigure(ward: WardDetail, indicator: Indicator): WardFigure {
  const own = ward.indicators.find(({ id }) => id === indicator.id);
  const value = own?.value ?? null;
  const within = ward.areas
    .filter(({ people }) => people > 0)
    .flatMap(({ indicators }) => indicators.find(({ id }) => id === indicator.id)?.value ?? []);
  const known = Object.values(indicator.wards).filter((other) => other !== null);
  return {
    indicator,
    value,
    interval: own?.interval ?? null,
    range: within.length > 0 ? [Math.min(...within), Math.max(...within)] : null,
    rank: value === null ? null : known.filter((other) => other > value).length + 1,
    of: known.length,
  };
}
