import { verifyAudit } from "../audit/verify.ts";
import { counted } from "../imports/import-error.ts";
import { BrokenAudit } from "./broken-audit.ts";
import type { Terminal } from "./terminal.ts";
import { withDatabase } from "./with-database.ts";

/** `audit verify`: follows the audit's chain from its first row to its last. */
export async function auditVerify(terminal: Terminal, { json = false }: { json?: boolean }): Promise<void> {
  const { entries, broken } = await withDatabase(terminal, verifyAudit);
  if (broken)
    throw new BrokenAudit(`Row ${broken.seq}: ${broken.reason}. The ${counted(entries)} rows before it are whole.`);
  terminal.out(
    json ? `${JSON.stringify({ entries, whole: true })}\n` : `The audit is whole: ${counted(entries)} rows.\n`,
  );
}
