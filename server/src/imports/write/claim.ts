import { hostname } from "node:os";
import type { VersionChanges } from "@needs-map/shared/contract/data-version";
import type { Recipe } from "@needs-map/shared/contract/recipe";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../db/connect.ts";
import { dataVersion, place } from "../../db/schema.ts";
import { ImportError } from "../import-error.ts";
import { changesSince } from "./changes.ts";

/** A data version that this process is writing. */
export interface Version {
  readonly place: string;
  readonly version: number;
}

/** Seconds without a sign of life after which an import counts as dead. */
const SILENT_SECONDS = 60;
const BEAT_MILLISECONDS = 5000;

const thisHost = [...hostname()].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7);
const processStart = () => Date.now() / 1000 - process.uptime();

/** Seconds since 1970 by the database's clock. */
const databaseNow = sql`extract(epoch from clock_timestamp())`;

/** Who is writing a version: kept in its counts until it is ready. */
const signature = () => ({ host: thisHost, pid: process.pid, since: Date.now() / 1000 });

/**
 * Whether the process that began a version can still be writing it: it gave a sign of life within the last minute
 * and, where that can be seen from here, is running.
 */
export function isAlive(counts: Readonly<Record<string, number>>, databaseSeconds: number): boolean {
  if (databaseSeconds - (counts.beat ?? 0) > SILENT_SECONDS) return false;
  if (counts.host !== thisHost) return true;
  if (counts.pid === process.pid) return (counts.since ?? 0) >= processStart() - 1;
  try {
    process.kill(counts.pid ?? 0, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes the next version of a place for this process; the place's row comes first when it is new.
 *
 * @throws ImportError when another import of the place is running
 */
export async function claimVersion(db: Db, recipe: Recipe): Promise<Version> {
  const { id, name, code, sample, attribution } = recipe.place;
  return db.transaction(async (tx) => {
    await tx
      .insert(place)
      .values({ id, name, code, sample, attribution, needWeights: recipe.needWeights })
      .onConflictDoNothing();
    await tx.select({ id: place.id }).from(place).where(eq(place.id, id)).for("update");
    const versions = await tx
      .select({
        version: dataVersion.version,
        status: dataVersion.status,
        counts: dataVersion.counts,
        now: sql<number>`${databaseNow}::double precision`,
      })
      .from(dataVersion)
      .where(eq(dataVersion.placeId, id));
    if (versions.some(({ status, counts, now }) => status === "loading" && isAlive(counts, now)))
      throw new ImportError(`Another import of ${id} is running. Wait until it has ended, then try again.`);
    const version = Math.max(0, ...versions.map((row) => row.version)) + 1;
    await tx.insert(dataVersion).values({ placeId: id, version, status: "loading", recipe, counts: signature() });
    await tx.execute(beatStatement({ place: id, version }));
    return { place: id, version };
  });
}

/** Shows every few seconds that the import is alive, until the answer is called. */
export function keepAlive(db: Db, version: Version): () => void {
  const timer = setInterval(() => void db.execute(beatStatement(version)).catch(() => {}), BEAT_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}

const beatStatement = ({ place: id, version }: Version) => sql`
  UPDATE ${dataVersion} SET counts = counts || jsonb_build_object('beat', ${databaseNow})
  WHERE place_id = ${id} AND version = ${version} AND status = 'loading'`;

/**
 * Makes a written version the one that everybody reads, in one transaction.
 *
 * @returns what is other than in the version that was read before; null for a place's first
 * @throws ImportError when the version is no longer this process's to switch to
 */
export async function switchTo(
  db: Db,
  { place: id, version }: Version,
  recipe: Recipe,
  counts: Record<string, number>,
): Promise<VersionChanges | null> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ version: place.currentVersion })
      .from(place)
      .where(eq(place.id, id))
      .for("update");
    const changes = before?.version == null ? null : await changesSince(tx, { place: id, version }, before.version);
    const ready = await tx
      .update(dataVersion)
      .set({ status: "ready", counts, changes, readyAt: sql`now()` })
      .where(and(eq(dataVersion.placeId, id), eq(dataVersion.version, version), eq(dataVersion.status, "loading")))
      .returning({ version: dataVersion.version });
    if (ready.length === 0)
      throw new ImportError(`The import of ${id} was given up by another command; nothing changed.`);
    await tx.update(place).set(inForce(recipe, version)).where(eq(place.id, id));
    return changes;
  });
}

/**
 * Makes an earlier version the one that everybody reads again; the later ones stay.
 *
 * @throws ImportError when there is no such version
 */
export async function restoreVersion(db: Db, { place: id, version }: Version): Promise<void> {
  await db.transaction(async (tx) => {
    const [found] = await tx.select({ id: place.id }).from(place).where(eq(place.id, id)).for("update");
    if (!found) throw new ImportError(`There is no place "${id}".`);
    const versions = await tx
      .select({ version: dataVersion.version, status: dataVersion.status, recipe: dataVersion.recipe })
      .from(dataVersion)
      .where(eq(dataVersion.placeId, id))
      .orderBy(asc(dataVersion.version));
    const ready = versions.filter(({ status }) => status === "ready");
    const chosen = ready.find((one) => one.version === version);
    if (!chosen)
      throw new ImportError(
        `${id} has no version ${version}. Its versions are: ${ready.map((one) => one.version).join(", ")}.`,
      );
    await tx.update(place).set(inForce(chosen.recipe, version)).where(eq(place.id, id));
  });
}

/** What the place's own row takes from the version in force. */
const inForce = ({ place: { name, code, sample, attribution }, needWeights }: Recipe, currentVersion: number) => ({
  name,
  code,
  sample,
  attribution,
  needWeights,
  currentVersion,
  switchedAt: sql`clock_timestamp()`,
});
