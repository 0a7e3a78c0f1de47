import { z } from "zod";
import { DataVersion } from "./data-version.ts";
import { Fault, Source } from "./source.ts";

/** Names that a place may not have, because an address of the product begins with them. */
export const RESERVED_PLACES = ["api", "open", "assets", "sign-in", "healthz", "readyz", "metrics"] as const;

export const PlaceId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, "Use 3 to 40 small letters, digits and hyphens, starting with a letter")
  .refine(
    (id) => !(RESERVED_PLACES as readonly string[]).includes(id),
    "This name is kept for an address of the product",
  );

/** West, south, east, north in degrees. */
export const Bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Bounds = z.infer<typeof Bounds>;

/** An area of a place as it is listed: what it is and what it holds. */
export const Place = z.object({
  id: PlaceId,
  name: z.string(),
  /** An invented borough; every screen says so. */
  sample: z.boolean(),
  code: z.string(),
  attribution: z.string(),
  bounds: Bounds,
  dataVersion: z.int().min(1),
  loadedAt: z.iso.datetime(),
  wards: z.int(),
  smallAreas: z.int(),
  demandPoints: z.int(),
  people: z.number(),
  peopleDate: z.string(),
  /** Age bands, first and last year, that people were counted in; null where every single year was. */
  ageBands: z.array(z.tuple([z.int(), z.int()])).nullable(),
  /** People over the border who may use the place's services; null where none are loaded. */
  neighbours: z.object({ people: z.number(), date: z.string() }).nullable(),
  /** Starting weights of the need index, total 100. */
  needWeights: z.record(z.string(), z.number()),
});
export type Place = z.infer<typeof Place>;

/** One place with the files it was built from and the faults found in them. */
export const PlaceDetail = Place.extend({
  sources: z.array(Source),
  faults: z.array(Fault),
  /** What the place lacks, in sentences. */
  missing: z.array(z.string()),
  /** Every version that can be restored, newest first. */
  versions: z.array(DataVersion),
});
export type PlaceDetail = z.infer<typeof PlaceDetail>;
