import { auditEntry } from "../db/audit-schema.ts";
import type { Db } from "../db/connect.ts";

/** A database or the transaction that is under way in it. */
export type Writer = Pick<Db, "insert">;

/** Who did it: somebody with an account, a resident (by no name), the product itself, or a command. */
export type Doer =
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "resident" | "system" | "command" };

/** One thing that was done or looked at. */
export interface Deed {
  readonly place: string | null;
  readonly by: Doer;
  /** What was done, as noun and verb: "role.grant", "need.submit", "contact.look". */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** References and figures alone: never words that somebody wrote, never a name or contact. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly at?: Date;
}

/** Adds to the audit, as the last statement of the transaction that does it: writers wait for each other here. */
export async function audit(writer: Writer, ...deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  await writer.insert(auditEntry).values(
    deeds.map(({ place, by, action, subject, detail = {}, at }) => ({
      placeId: place,
      actorKind: by.kind,
      actorId: by.kind === "person" ? by.id : null,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      detail,
      ...(at && { at }),
    })),
  );
}
