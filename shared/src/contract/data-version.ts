import { z } from "zod";

const Added = z.object({ added: z.int(), gone: z.int() });

/** What is other than in the version that was current before. */
export const VersionChanges = z.object({
  since: z.int().min(1),
  wards: Added,
  smallAreas: Added,
  /** Services by id; `moved` are those that stand over 10 metres from where they stood. */
  services: Added.extend({ moved: z.int() }),
  /** Difference in people, and the wards whose people differ by 1 or more. */
  people: z.object({ difference: z.number(), wards: z.int() }),
});
export type VersionChanges = z.infer<typeof VersionChanges>;

/** One load of a place's files. */
export const DataVersion = z.object({
  version: z.int().min(1),
  loadedAt: z.iso.datetime(),
  /** Whether it is the one that everybody reads. */
  current: z.boolean(),
  counts: z.record(z.string(), z.number()),
  faults: z.int(),
  /** Null for a place's first version. */
  changes: VersionChanges.nullable(),
});
export type DataVersion = z.infer<typeof DataVersion>;
