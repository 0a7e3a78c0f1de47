import type { Recipe } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import type { Db } from "../db/connect.ts";
import { claimVersion, keepAlive, switchTo } from "./write/claim.ts";
import type { OnProgress } from "./progress.ts";
import { type Origin, type PlaceRead, readPlace } from "./read/place.ts";
import { discardVersion, sweepImports } from "./write/sweep.ts";
import { writePlace } from "./write/write-place.ts";

export interface AddedPlace {
  readonly place: string;
  readonly version: number;
  readonly faults: readonly Fault[];
  /** What was read, by name: wards, smallAreas, postcodes, demandPoints, people, services and how people were shared. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Builds a place from its files: read and checked, written under a new version, then switched to at once. Readers
 * see the version before until that moment, and go on seeing it when anything fails.
 *
 * @throws ImportError when it cannot be built, with nothing changed
 */
export async function addPlace(db: Db, recipe: Recipe, origin: Origin, onProgress: OnProgress): Promise<AddedPlace> {
  await sweepImports(db);
  const version = await claimVersion(db, recipe);
  const release = keepAlive(db, version);
  try {
    const read = await readPlace(recipe, origin, onProgress);
    await writePlace(db, version, recipe, read, onProgress);
    const counts = countsOf(read);
    await switchTo(db, version, recipe, counts);
    return { ...version, faults: read.faults, counts };
  } catch (error) {
    await discardVersion(db, version).catch(() => {});
    throw error;
  } finally {
    release();
  }
}

const countsOf = ({ wards, areas, demand, postcodes, indicators, services, servicesOutside, faults }: PlaceRead) => ({
  wards: wards.units.length,
  smallAreas: areas.units.length,
  postcodes,
  demandPoints: demand.points.length,
  people: Number(demand.people.reduce((sum, people) => sum + people, 0).toPrecision(12)),
  peopleFitted: demand.fitted ? 1 : 0,
  fitRounds: demand.rounds,
  fitRemaining: demand.remaining,
  indicators: indicators.length,
  services: services.length,
  servicesOutside,
  faults: faults.length,
});
