import type { CountsFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { readNumber } from "../formats/number.ts";
import { readTable } from "../formats/table.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import type { Boundaries } from "./boundaries.ts";
import { unmatched } from "./figure-columns.ts";
import type { Measured } from "./measured.ts";

export interface CountsRead extends Measured {
  /** Counts of each category, in the order of first appearance; one figure a unit, in row order. */
  readonly counts: ReadonlyMap<string, Float64Array>;
  /** Units that the file has rows for. */
  readonly seen: ReadonlySet<number>;
}

/**
 * Reads counts by category, one a row. A count that cannot be read makes every share of its unit missing.
 *
 * @throws ImportError when a category that an indicator names does not occur
 */
export async function readCounts(
  file: z.infer<typeof CountsFile>,
  local: LocalFile,
  boundaries: Boundaries,
  onProgress: OnProgress,
): Promise<CountsRead> {
  const { code, category, value } = file.columns;
  const counts = new Map<string, Float64Array>();
  const taken = new Set<string>();
  const seen = new Set<number>();
  const others = new Set<string>();
  const faults: Fault[] = [];
  const read = await readTable(
    file,
    local,
    [code, category, value],
    (cell, row) => {
      const unit = boundaries.rowOf.get(cell(code));
      if (unit === undefined) return void (others.size < 10 && others.add(cell(code)));
      seen.add(unit);
      const key = `${unit} ${cell(category)}`;
      const fault = (field: string, reason: string) => void faults.push({ file: file.path, row, field, reason });
      if (taken.has(key))
        return fault(category, `${cell(category)} of ${cell(code)} comes twice; the first row counts`);
      taken.add(key);
      const count = readNumber(cell(value));
      if (count === null || count < 0) fault(value, `"${cell(value)}" is not a count; shares of this area are missing`);
      const ofCategory = counts.get(cell(category)) ?? new Float64Array(boundaries.units.length);
      counts.set(cell(category), ofCategory);
      ofCategory[unit] = count === null || count < 0 ? Number.NaN : count;
    },
    onProgress,
  );
  if (seen.size > 0) {
    const named = file.indicators.flatMap(({ categories }) => categories);
    const absent = named.find((name) => !counts.has(name));
    if (absent !== undefined)
      throw new ImportError(
        `${file.path} has no category "${absent}". Its categories are: ${[...counts.keys()].join("; ")}.`,
      );
  }
  faults.push(...unmatched(file.path, code, boundaries, seen, [...others]));
  return { ...read, faults: [...read.faults, ...faults], counts, seen, matched: [...seen] };
}

/** Shares of counts, one a unit. */
export interface Shares {
  /** In %; null where a count or the whole is missing. */
  readonly values: (number | null)[];
  /** The whole that each is a share of; null where there is no share. */
  readonly counted: (number | null)[];
}

/** The share of some categories among all, with the whole, so that part and whole can be told again from both. */
export function shareOf(counts: ReadonlyMap<string, Float64Array>, categories: readonly string[]): Shares {
  const units = [...counts.values()][0]?.length ?? 0;
  const values = new Array<number | null>(units).fill(null);
  const counted = new Array<number | null>(units).fill(null);
  for (let unit = 0; unit < units; unit++) {
    let some = 0;
    let all = 0;
    for (const [category, ofUnits] of counts) {
      const count = ofUnits[unit] ?? Number.NaN;
      all += count;
      if (categories.includes(category)) some += count;
    }
    if (!(all > 0)) continue;
    values[unit] = (100 * some) / all;
    counted[unit] = all;
  }
  return { values, counted };
}
