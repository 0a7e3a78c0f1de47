import { bell, clamp } from "./arithmetic.ts";
import { distance } from "./ground.ts";
import type { Land } from "./land.ts";
import { peopleBetween } from "./people.ts";
import { chance } from "./random.ts";
import { centrality } from "./settlements.ts";

export interface IndicatorPlan {
  readonly id: string;
  readonly column: string;
  readonly title: string;
  readonly unit: string;
  readonly file: "deprivation" | "households";
  /** Decimals that are written. */
  readonly decimals: number;
}

const plan = (
  file: IndicatorPlan["file"],
  id: string,
  title: string,
  unit: string,
  decimals: number,
): IndicatorPlan => ({
  id,
  column: title.replaceAll(/[^A-Za-z0-9]+/g, "_").toLowerCase(),
  title,
  unit,
  file,
  decimals,
});

/** The figures kept for every small area. More of any of them is more need. */
export const INDICATOR_PLANS: readonly IndicatorPlan[] = [
  plan("deprivation", "imd", "Deprivation", "score", 2),
  plan("deprivation", "income", "Low income", "% of people", 1),
  plan("deprivation", "employment", "Out of work", "% of people of working age", 1),
  plan("deprivation", "education", "Education and skills", "score", 2),
  plan("deprivation", "health", "Poor health and disability", "score", 2),
  plan("deprivation", "crime", "Crime", "score", 2),
  plan("deprivation", "housing", "Barriers to housing and services", "score", 2),
  plan("deprivation", "environment", "Living environment", "score", 2),
  plan("households", "no-car", "Households without a car", "% of households", 1),
  plan("households", "low-income-children", "Children in low-income families", "% of children", 1),
  plan("households", "alone-65", "People aged 65 and over living alone", "% of people aged 65 and over", 1),
  plan("households", "long-term-illness", "People limited a lot by illness", "% of people", 1),
  plan("households", "overcrowded", "Overcrowded households", "% of households", 1),
];

/**
 * Figures of every small area. One hidden measure of deprivation, smooth over the ground with some chance, lies under
 * all of them; each has a part of its own: density for cars and the living environment, age for illness, distance from
 * the centre for barriers to services.
 *
 * @returns one list a plan, in the order of the small areas; null where the figure is missing
 */
export function measure(land: Land, people: Uint32Array, seed: string): (number | null)[][] {
  const draw = chance(seed, "indicators");
  const rows = land.areas.map((area, row) => {
    let [sum, weight] = [0, 0];
    for (const { plan: ward } of land.wards) {
      const near = bell(distance(area.middle, ward.seed), 800);
      sum += near * ward.deprivation;
      weight += near;
    }
    const own = land.wards[area.ward]?.plan.deprivation ?? 0.5;
    const deprivation = clamp(0.68 * own + 0.32 * (sum / weight) + 0.075 * draw.normal(), 0.02, 0.99);
    const inner = centrality(area.middle);
    const dense = clamp(area.density / 9000, 0, 1.2);
    const old = peopleBetween(people, row, 65, 90) / area.people;
    const students = peopleBetween(people, row, 18, 22) / area.people;
    const wide = (spread: number) => spread * draw.normal();
    const d = deprivation;
    const steep = d * Math.sqrt(d);
    const income = 2.5 + 36 * steep + wide(1.4);
    const employment = 2 + 24 * steep + wide(1);
    return [
      2.4 + 62 * steep + 5 * inner * d + wide(1.6),
      income,
      employment - 14 * students,
      1.5 + 58 * steep - 60 * students + wide(3),
      -1.5 + 3 * d + 1.1 * (old - 0.18) + wide(0.2),
      -1.3 + 2.1 * d + 0.7 * inner + wide(0.28),
      14 + 26 * (1 - inner) - 4 * d + wide(3.4),
      6 + 30 * inner + 14 * d + wide(3.6),
      3 + 36 * d + 13 * inner + 5 * dense + 30 * students + wide(2.2),
      3 + 41 * steep + wide(2.2),
      23 + 15 * d + 6 * inner + wide(2),
      2.6 + 8.5 * d + 12 * (old - 0.15) + wide(0.6),
      0.8 + 9 * d * (0.5 + 0.6 * dense) + 14 * students + wide(0.6),
    ];
  });
  const missing = new Set(
    ["no-car", "alone-65", "overcrowded"].map((id) => `${id} ${draw.whole(0, land.areas.length - 1)}`),
  );
  return INDICATOR_PLANS.map(({ id, decimals, unit }, column) =>
    rows.map((row, area) => {
      if (missing.has(`${id} ${area}`)) return null;
      const value = row[column] ?? 0;
      const least = unit === "score" && value < 0 ? value : Math.max(0.4, value);
      return Number(least.toFixed(decimals));
    }),
  );
}
