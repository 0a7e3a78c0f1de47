import { createHash } from "node:crypto";
import { asc, gt, sql } from "drizzle-orm";
import { auditEntry, auditHead } from "../db/audit-schema.ts";
import type { Db } from "../db/connect.ts";

/** Whether the audit is as it was written. */
export interface AuditCheck {
  readonly entries: number;
  /** The first row that is not what was written, or null. */
  readonly broken: { readonly seq: number; readonly reason: string } | null;
}

const BATCH = 5000;

const hashOf = (before: string, text: string) => createHash("sha256").update(before).update(text).digest("hex");

/** Reads the whole audit and follows its chain: each row carries the SHA-256 of itself and of the row before. */
export async function verifyAudit(db: Db): Promise<AuditCheck> {
  let last = { seq: 0, hash: "" };
  for (;;) {
    const rows = await db
      .select({ seq: auditEntry.seq, hash: auditEntry.hash, text: sql<string>`audit_entry_text(${auditEntry})` })
      .from(auditEntry)
      .where(gt(auditEntry.seq, last.seq))
      .orderBy(asc(auditEntry.seq))
      .limit(BATCH);
    for (const { seq, hash, text } of rows) {
      if (seq !== last.seq + 1) return broken(last.seq, last.seq + 1, "A row is gone");
      if (hashOf(last.hash, text) !== hash) return broken(last.seq, seq, "The row is not what was written");
      last = { seq, hash };
    }
    if (rows.length < BATCH) break;
  }
  const [head] = await db.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead);
  if (!head || head.seq !== last.seq || head.hash !== last.hash)
    return broken(last.seq, last.seq + 1, "The last rows are gone");
  return { entries: last.seq, broken: null };
}

const broken = (entries: number, seq: number, reason: string): AuditCheck => ({ entries, broken: { seq, reason } });
