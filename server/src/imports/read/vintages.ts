import type { VintagesFile } from "@needs-map/shared/contract/recipe";
import { carryMeans } from "@needs-map/shared/domain/boundaries/carry-over";
import { yearOf } from "@needs-map/shared/domain/need/year-of";
import type { z } from "zod";
import { ImportError } from "../import-error.ts";
import type { Boundaries } from "./boundaries.ts";
import { readFigureColumns } from "./figure-columns.ts";
import type { IndicatorRead } from "./indicators.ts";
import type { OtherAreas } from "./other-areas.ts";
import type { FilesOf, Take } from "./place.ts";

/** An indicator at another date, on the small areas of today. */
export interface VintageRead {
  readonly indicator: string;
  readonly year: number;
  readonly unit: string;
  readonly higherIsMoreNeed: boolean;
  readonly compare: "values" | "places";
  readonly source: string;
  /** Year of the small areas that it was counted on, where it was carried over; else null. */
  readonly carriedFrom: number | null;
  /** A value a small area of today, in row order; null where the source has none. */
  readonly values: readonly (number | null)[];
}

interface Asked {
  readonly filesOf: FilesOf;
  readonly take: Take;
  readonly areas: Boundaries;
  readonly otherAreas: readonly OtherAreas[];
  readonly indicators: readonly IndicatorRead[];
}

/**
 * Reads the figures of other dates. Those of small areas of another year are carried over as means: a small area of today
 * has the mean of the old ones that its people stand in.
 *
 * @throws ImportError where a figure has no indicator to belong to, or comes twice for a year
 */
export async function readVintages({ filesOf, take, areas, otherAreas, indicators }: Asked): Promise<VintageRead[]> {
  const vintages: VintageRead[] = [];
  for (const file of filesOf("vintages")) {
    const old = otherAreas.find(({ source }) => source === file.of);
    if (!old && file.of !== "small-areas")
      throw new ImportError(`${file.path}: the recipe names no small areas of another year "${file.of}".`);
    for (const { series, year } of file.vintages) checkSeries(file, series, year, indicators);
    const columns = file.vintages.map(({ column }) => column);
    const { values } = await take(file, async (named, local, onProgress) => {
      const read = await readFigureColumns(named, columns, local, old ?? areas, onProgress);
      return old ? { ...read, matched: reachedFrom(old, read.seen) } : read;
    });
    file.vintages.forEach(({ series, year, unit, higherIsMoreNeed, compare }, at) => {
      if (vintages.some((other) => other.indicator === series && other.year === year))
        throw new ImportError(`The recipe has "${series}" of ${year} twice.`);
      const own = values[at] ?? [];
      vintages.push({
        indicator: series,
        year,
        unit,
        higherIsMoreNeed,
        compare,
        source: file.id,
        carriedFrom: old?.year ?? null,
        values: old ? carried(own, old, areas.units.length) : own,
      });
    });
  }
  return vintages;
}

function checkSeries(
  { path }: z.infer<typeof VintagesFile>,
  series: string,
  year: number,
  indicators: readonly IndicatorRead[],
): void {
  const own = indicators.find(({ id }) => id === series);
  if (!own) throw new ImportError(`${path}: the recipe has no indicator "${series}" that these are other dates of.`);
  const latest = yearOf(own.vintage);
  if (latest === null)
    throw new ImportError(`${path}: the vintage of "${series}" (${own.vintage}) names no year, so there is no order.`);
  if (year > latest)
    throw new ImportError(`${path}: "${series}" of ${year} is newer than the figure itself, which is of ${latest}.`);
}

const carried = (own: readonly (number | null)[], { overlap }: OtherAreas, areas: number): (number | null)[] =>
  Array.from(
    carryMeans(
      Float64Array.from(own, (value) => value ?? Number.NaN),
      overlap,
      areas,
    ),
    (value) => (Number.isNaN(value) ? null : value),
  );

/** Today's small areas that old ones of a file reach. */
const reachedFrom = ({ overlap }: OtherAreas, seen: ReadonlySet<number>): number[] => [
  ...new Set([...overlap.to].filter((_, row) => seen.has(overlap.from[row] ?? -1))),
];
