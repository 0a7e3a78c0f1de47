import { z } from "zod";

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
  /** Value of every small area by code. */
  areas: z.record(z.string(), z.number().nullable()),
  /** Population-weighted mean by ward code. */
  wards: z.record(z.string(), z.number().nullable()),
  /** Population-weighted mean of the place. */
  place: z.number().nullable(),
});
export type Indicator = z.infer<typeof Indicator>;
