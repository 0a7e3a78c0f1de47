import { z } from "zod";

/** The 95% interval of a share that comes from counts, in the unit of the share; null where there are no counts. */
export const Interval = z.tuple([z.number(), z.number()]).nullable();
export type Interval = z.infer<typeof Interval>;

export const Indicator = z.object({
  id: z.string(),
  title: z.string(),
  /** What the number is, e.g. "score", "share of people". */
  unit: z.string(),
  /** Group in lists, e.g. "Deprivation 2025". */
  theme: z.string(),
  higherIsMoreNeed: z.boolean(),
  vintage: z.string(),
  source: z.string(),
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
});
export type Indicator = z.infer<typeof Indicator>;
