import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { dataVersion, place } from "../db/schema.ts";

/** A place and the version of its data that is in force. */
export interface PlaceVersion {
  readonly id: string;
  readonly version: number;
  /** Changes whenever the data do, also when an earlier version is restored, or a place is removed and added again. */
  readonly stamp: string;
}

/** The places with data, as they stood at one moment. */
export interface VersionsInForce {
  readonly places: ReadonlyMap<string, PlaceVersion>;
  /** Changes whenever any place's data do. */
  readonly stamp: string;
}

/** Which version of each place is in force, taken from the database at most twice a second. */
export interface CurrentVersions {
  /** What is known, if it is fresh. */
  peek(): VersionsInForce | null;
  /** What is known, after a look at the database unless it is fresh. */
  current(): Promise<VersionsInForce>;
  /** What the database says now. */
  reread(): Promise<VersionsInForce>;
}

const FRESH_MS = 500;

/**
 * Follows the versions in force. An import may run in another process, and the embedded database passes no
 * notifications on, so the database is asked again.
 *
 * @param now milliseconds, from any start
 */
export function createCurrentVersions(db: Db, now: () => number): CurrentVersions {
  let known: VersionsInForce | null = null;
  let checkedAt = 0;
  let asking: Promise<VersionsInForce> | null = null;

  const reread = async () => {
    const at = now();
    const next = await readVersions(db);
    known = known?.stamp === next.stamp ? known : next;
    checkedAt = at;
    return known;
  };

  const peek = () => (known && now() - checkedAt < FRESH_MS ? known : null);

  return {
    peek,
    reread,
    current: async () => {
      const fresh = peek();
      if (fresh) return fresh;
      asking ??= reread().finally(() => {
        asking = null;
      });
      return asking;
    },
  };
}

async function readVersions(db: Db): Promise<VersionsInForce> {
  const rows = await db
    .select({ id: place.id, version: dataVersion.version, switchedAt: place.switchedAt })
    .from(place)
    .innerJoin(dataVersion, and(eq(dataVersion.placeId, place.id), eq(dataVersion.version, place.currentVersion)))
    .orderBy(asc(place.id));
  const versions = rows.map(({ id, version, switchedAt }) => ({
    id,
    version,
    stamp: `${version}-${switchedAt.getTime().toString(36)}`,
  }));
  return {
    places: new Map(versions.map((version) => [version.id, version])),
    stamp: versions.map(({ id, stamp }) => `${id}:${stamp}`).join(" "),
  };
}
