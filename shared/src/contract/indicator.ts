import { z } from "zod";
import { COMPARISONS } from "./recipe.ts";

/** The 95% interval of a share that comes from counts, in the unit of the share; null where there are no counts. */
export const Interval = z.tuple([z.number(), z.number()]).nullable();
export type Interval = z.infer<typeof Interval>;

/** The mean of every small area of a wider area, each counted once; null where those are not loaded. */
export const Wider = z.object({ name: z.string(), mean: z.number(), areas: z.int() }).nullable();

/** What is known of one subject at several dates, oldest first, the latest last. */
export const Trend = z.object({
  /** "places" where the way of counting changed between the dates, so that only a ward's place can be compared. */
  compare: z.enum(COMPARISONS),
  periods: z.array(
    z.object({
      year: z.int(),
      unit: z.string(),
      higherIsMoreNeed: z.boolean(),
      sourceId: z.string(),
      /** Year of the small areas that the figures are of, where they were carried over to today's; else null. */
      carriedFrom: z.int().nullable(),
      /** By ward code: the population-weighted mean, by the people of today. */
      wards: z.record(z.string(), z.number().nullable()),
      place: z.number().nullable(),
      /** Codes of the wards in the worst fifth; null where fewer than five wards are known. */
      worst: z.array(z.string()).nullable(),
    }),
  ),
  /** By ward code: periods in a row, up to the latest, in the worst fifth. */
  run: z.record(z.string(), z.int()),
  /** By ward code: the year without a figure that ended the run; wards whose run ended otherwise are not here. */
  brokenBy: z.record(z.string(), z.int()),
});
export type Trend = z.infer<typeof Trend>;

export const Indicator = z.object({
  id: z.string(),
  title: z.string(),
  /** What the number is, e.g. "score", "share of people". */
  unit: z.string(),
  /** Group in lists, e.g. "Deprivation 2025". */
  theme: z.string(),
  higherIsMoreNeed: z.boolean(),
  vintage: z.string(),
  /** Title of its file, and the file's id among the sources of the place. */
  source: z.string(),
  sourceId: z.string(),
  /** Whether it is kept for small areas, or for wards alone; only the former can take part in the need index. */
  of: z.enum(["small-areas", "wards"]),
  /** Year of the wards that were counted, where the figures were carried over to today's; else null. */
  carriedFrom: z.int().nullable(),
  /** Value of every small area by code; empty where it is kept for wards. */
  areas: z.record(z.string(), z.number().nullable()),
  /** By ward code: the population-weighted mean of its small areas, or the ward's own value. */
  wards: z.record(z.string(), z.number().nullable()),
  /** By ward code, where the figures are shares of counts; else empty. */
  intervals: z.record(z.string(), Interval),
  /** Population-weighted mean of the place. */
  place: z.number().nullable(),
  /** Of the place, where the figures are shares of counts; else null. */
  placeInterval: Interval,
  wider: Wider,
  /** Null where it is known of one date alone. */
  trend: Trend.nullable(),
});
export type Indicator = z.infer<typeof Indicator>;
