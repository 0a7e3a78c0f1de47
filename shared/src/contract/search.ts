import { z } from "zod";

/** Something in a place that words could mean, and where it is. */
export const SearchResult = z.object({
  kind: z.enum(["ward", "postcode", "street"]),
  label: z.string(),
  /** What tells it from others of its name: its street, or its ward. */
  detail: z.string(),
  /** Code of the ward it lies in. */
  ward: z.string(),
  lon: z.number(),
  lat: z.number(),
});
export type SearchResult = z.infer<typeof SearchResult>;
