import { wilson } from "@needs-map/shared/domain/stats/intervals";

/** People who live in a ward and in a small area. */
interface Cell {
  readonly ward: string;
  readonly area: string | null;
  readonly people: number;
}

export type Interval = [low: number, high: number];

/**
 * The 95% interval of a share of counts.
 *
 * @param value the share, in %
 * @param counted how many it is a share of
 * @returns in %; null where there is no share, or it does not come from counts
 */
export function shareInterval(value: number | null, counted: number | null | undefined): Interval | null {
  if (value === null || counted == null || !(counted > 0)) return null;
  const [low, high] = wilson((value / 100) * counted, counted);
  return [100 * low, 100 * high];
}

/**
 * How many were counted in each ward: of a small area that several wards share, each has the part that its people are.
 *
 * @param cells every small area × ward of the place
 * @param ofArea how many were counted in each small area; null where nothing is known
 */
export function countedInWards(
  cells: readonly Cell[],
  ofArea: ReadonlyMap<string, number | null>,
): Map<string, number> {
  const people = new Map<string, number>();
  for (const { area, people: here } of cells) if (area) people.set(area, (people.get(area) ?? 0) + here);
  const counted = new Map<string, number>();
  for (const { ward, area, people: here } of cells) {
    const all = people.get(area ?? "") ?? 0;
    const part = all > 0 ? (here / all) * (ofArea.get(area ?? "") ?? 0) : 0;
    counted.set(ward, (counted.get(ward) ?? 0) + part);
  }
  return counted;
}
