import type { CountsFile } from "@needs-map/shared/contract/recipe";
import { carryOver } from "@needs-map/shared/domain/boundaries/carry-over";
import type { z } from "zod";
import { ImportError } from "../import-error.ts";
import type { Boundaries } from "./boundaries.ts";
import { readCounts, shareOf } from "./counts.ts";
import { type IndicatorRead, readIndicators } from "./indicators.ts";
import type { OtherAreas } from "./other-areas.ts";
import type { FilesOf, Take } from "./place.ts";

interface Asked {
  readonly filesOf: FilesOf;
  readonly take: Take;
  readonly wards: Boundaries;
  readonly areas: Boundaries;
  readonly otherWards: readonly OtherAreas[];
}

/** Reads every indicator in the order of the recipe, the shares of counts by category after the others. */
export async function readFigures(asked: Asked): Promise<IndicatorRead[]> {
  const { filesOf, take, areas } = asked;
  const indicators: IndicatorRead[] = [];
  for (const file of filesOf("indicators")) {
    const read = await take(file, (named, local, onProgress) => readIndicators(named, local, areas, onProgress));
    indicators.push(...read.indicators);
  }
  for (const file of filesOf("counts")) indicators.push(...(await sharesOf(file, asked)));
  const ids = indicators.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice !== undefined) throw new ImportError(`The recipe names the indicator "${twice}" twice.`);
  return indicators;
}

async function sharesOf(
  file: z.infer<typeof CountsFile>,
  { take, wards, areas, otherWards }: Asked,
): Promise<IndicatorRead[]> {
  const old = otherWards.find(({ source }) => source === file.of);
  const units = file.of === "small-areas" ? areas : file.of === "wards" ? wards : old;
  if (!units) throw new ImportError(`${file.path}: the recipe names no wards of another year "${file.of}".`);
  const { counts } = await take(
    file,
    async (named, local, onProgress) => {
      const read = await readCounts(named, local, units, onProgress);
      return old ? { ...read, matched: newUnits(old, read.seen) } : read;
    },
    file.of === "small-areas" ? "areas" : "wards",
  );
  const carried = old
    ? new Map([...counts].map(([category, values]) => [category, carryOver(values, old.overlap, wards.units.length)]))
    : counts;
  return file.indicators.map(({ categories, ...indicator }) => ({
    ...indicator,
    theme: file.theme,
    vintage: file.vintage,
    source: file.id,
    of: file.of === "small-areas" ? "small-areas" : "wards",
    carriedFrom: old?.year ?? null,
    wider: null,
    ...(counts.size > 0
      ? shareOf(carried, categories)
      : { values: (old ? wards : units).units.map(() => null), counted: null }),
  }));
}

/** Today's wards that the old ones reach. */
const newUnits = ({ overlap }: OtherAreas, seen: ReadonlySet<number>): number[] => [
  ...new Set([...overlap.to].filter((_, row) => seen.has(overlap.from[row] ?? -1))),
];
