import { and, eq } from "drizzle-orm";
import { dataVersion, place } from "../db/schema.ts";
import { ImportError } from "../imports/import-error.ts";
import { isAlive } from "../imports/write/claim.ts";
import { BadInput } from "./bad-input.ts";
import type { Terminal } from "./terminal.ts";
import { withDatabase } from "./with-database.ts";

export interface RemoveOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `place remove`: takes a place and all its versions out of the database, after a yes. */
export async function placeRemove(terminal: Terminal, id: string, { yes = false, json = false }: RemoveOptions) {
  await withDatabase(terminal, async (db) => {
    const [found] = await db.select({ name: place.name }).from(place).where(eq(place.id, id));
    if (!found) throw new BadInput(`There is no place "${id}".`);
    const loading = await db
      .select({ counts: dataVersion.counts })
      .from(dataVersion)
      .where(and(eq(dataVersion.placeId, id), eq(dataVersion.status, "loading")));
    if (loading.some(({ counts }) => isAlive(counts, Date.now() / 1000)))
      throw new ImportError(`An import of ${id} is running. Wait until it has ended, then try again.`);
    if (!yes) {
      const answer = await terminal.ask(
        `Remove ${found.name} (${id}) and everything loaded for it? Type its id to confirm: `,
      );
      if (answer === null) throw new BadInput("Nobody can be asked here. Add --yes to remove the place.");
      if (answer.trim() !== id) throw new BadInput("Nothing was removed.");
    }
    await db.delete(place).where(eq(place.id, id));
    terminal.out(json ? `${JSON.stringify({ removed: id })}\n` : `${found.name} (${id}) is removed.\n`);
  });
}
