import type { DataVersion } from "@needs-map/shared/contract/data-version";
import { eq } from "drizzle-orm";
import { place } from "../db/schema.ts";
import { changesInWords } from "../imports/changes-words.ts";
import { counted } from "../imports/import-error.ts";
import { restoreVersion } from "../imports/write/claim.ts";
import { listVersions } from "../places/versions.ts";
import { BadInput } from "./bad-input.ts";
import type { Terminal } from "./terminal.ts";
import { withDatabase } from "./with-database.ts";

/** `place versions`: every version of a place that can be restored, newest first. */
export async function placeVersions(terminal: Terminal, id: string, { json = false }: { json?: boolean }) {
  const versions = await withDatabase(terminal, async (db) => {
    const [found] = await db.select({ current: place.currentVersion }).from(place).where(eq(place.id, id));
    if (!found) throw new BadInput(`There is no place "${id}".`);
    return listVersions(db, id, found.current ?? 0);
  });
  terminal.out(json ? `${JSON.stringify({ place: id, versions })}\n` : `${versions.map(line).join("\n")}\n`);
}

function line({ version, loadedAt, current, counts, faults, changes }: DataVersion): string {
  const size = `${counted(counts.wards ?? 0)} wards, ${counted(Math.round(counts.people ?? 0))} people, ${counted(counts.services ?? 0)} services, ${counted(faults)} faults`;
  const changed = changes ? `\n     ${changesInWords(changes)}` : "";
  return `${current ? "*" : " "} ${version}  ${loadedAt}  ${size}${changed}`;
}

/** `place restore`: makes an earlier version the one that everybody reads. */
export async function placeRestore(
  terminal: Terminal,
  id: string,
  version: number,
  { json = false }: { json?: boolean },
): Promise<void> {
  await withDatabase(terminal, (db) => restoreVersion(db, { place: id, version }));
  terminal.out(json ? `${JSON.stringify({ place: id, version })}\n` : `Version ${version} of ${id} is in use now.\n`);
}
