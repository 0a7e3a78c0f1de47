import { z } from "zod";

/** One thing that was done, or a look at contact details: references and figures, never words or contacts. */
export const AuditEntry = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  /** "person" with an account, "resident", "system" or "command". */
  actorKind: z.string(),
  actorId: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** SHA-256 of the row with the hash of the row before it, in hex. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Some of a place's audit, in order. */
export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  /** Ask with `after` set to this for what follows; null at the end. */
  next: z.int().nullable(),
});
export type AuditPage = z.infer<typeof AuditPage>;
