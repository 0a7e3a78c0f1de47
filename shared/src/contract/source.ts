import { z } from "zod";

/** One file that a place was built from. */
export const Source = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  vintage: z.string(),
  url: z.string().nullable(),
  note: z.string().nullable(),
  path: z.string(),
  sha256: z.string(),
  rows: z.int().min(0),
  /** What the file is for: "wards", "people-small-areas", "services" … */
  role: z.string(),
  /** Day by which newer figures are expected; null where nothing is known of it. */
  due: z.iso.date().nullable(),
  /** Wards of the place that the file has something about; null for a file that is not about areas. */
  wardsMatched: z.int().nullable(),
});
export type Source = z.infer<typeof Source>;

/** A row of a file that could not be taken, and why. */
export const Fault = z.object({
  file: z.string(),
  row: z.int().min(1).nullable(),
  field: z.string().nullable(),
  reason: z.string(),
});
export type Fault = z.infer<typeof Fault>;
