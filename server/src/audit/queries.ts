import type { AuditPage } from "@needs-map/shared/contract/audit";
import { and, asc, eq, gt } from "drizzle-orm";
import { auditEntry } from "../db/audit-schema.ts";
import type { Db } from "../db/connect.ts";

/** What was done in a place after a row of the audit, oldest first. */
export async function auditAfter(db: Db, place: string, after: number, most: number): Promise<AuditPage> {
  const rows = await db
    .select({
      seq: auditEntry.seq,
      at: auditEntry.at,
      actorKind: auditEntry.actorKind,
      actorId: auditEntry.actorId,
      action: auditEntry.action,
      subjectKind: auditEntry.subjectKind,
      subjectId: auditEntry.subjectId,
      detail: auditEntry.detail,
      hash: auditEntry.hash,
    })
    .from(auditEntry)
    .where(and(eq(auditEntry.placeId, place), gt(auditEntry.seq, after)))
    .orderBy(asc(auditEntry.seq))
    .limit(most + 1);
  const entries = rows.slice(0, most).map((row) => ({ ...row, at: row.at.toISOString() }));
  return { entries, next: rows.length > most ? (entries.at(-1)?.seq ?? null) : null };
}
