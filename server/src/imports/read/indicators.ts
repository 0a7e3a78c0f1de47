import type { IndicatorsFile } from "@needs-map/shared/contract/recipe";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import type { OnProgress } from "../progress.ts";
import type { Boundaries } from "./boundaries.ts";
import { readFigureColumns, type WholeMean } from "./figure-columns.ts";
import type { Measured } from "./measured.ts";

export interface IndicatorRead {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly theme: string;
  readonly higherIsMoreNeed: boolean;
  readonly vintage: string;
  readonly source: string;
  readonly of: "small-areas" | "wards";
  /** Year of the wards that were counted, where the figures were carried over; else null. */
  readonly carriedFrom: number | null;
  /** A value a small area or ward, in row order; null where the source has none. */
  readonly values: readonly (number | null)[];
  /** What each value is a share of, where values are shares of counts; else null. */
  readonly counted: readonly (number | null)[] | null;
  /** The mean of the wider area that the file covers; null where it covers none. */
  readonly wider: (WholeMean & { readonly name: string }) | null;
}

export interface IndicatorsRead extends Measured {
  readonly indicators: readonly IndicatorRead[];
}

/** Reads figures of small areas; rows of other places are passed over, and a value that is missing stays missing. */
export async function readIndicators(
  file: z.infer<typeof IndicatorsFile>,
  local: LocalFile,
  areas: Boundaries,
  onProgress: OnProgress,
): Promise<IndicatorsRead> {
  const columns = file.indicators.map(({ column }) => column);
  const { values, whole, ...read } = await readFigureColumns(file, columns, local, areas, onProgress);
  const indicators = file.indicators.map(({ column: _, ...indicator }, at) => {
    const mean = whole[at];
    return {
      ...indicator,
      theme: file.theme,
      vintage: file.vintage,
      source: file.id,
      of: "small-areas" as const,
      carriedFrom: null,
      values: values[at] ?? [],
      counted: null,
      wider: file.covers !== undefined && mean ? { name: file.covers, ...mean } : null,
    };
  });
  return { ...read, indicators };
}
