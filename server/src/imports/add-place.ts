import type { VersionChanges } from "@needs-map/shared/contract/data-version";
import type { Recipe } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import type { Db } from "../db/connect.ts";
import type { OnProgress } from "./progress.ts";
import type { Demand } from "./read/demand.ts";
import type { Origin } from "./read/origin.ts";
import { type PlaceRead, readPlace } from "./read/place.ts";
import { claimVersion, keepAlive, switchTo } from "./write/claim.ts";
import { discardVersion, sweepImports } from "./write/sweep.ts";
import { crossedShapes } from "./write/validity.ts";
import { writePlace } from "./write/write-place.ts";

export interface AddedPlace {
  readonly place: string;
  readonly version: number;
  readonly faults: readonly Fault[];
  /** What was read, by name: wards, smallAreas, postcodes, demandPoints, people, services and how people were shared. */
  readonly counts: Readonly<Record<string, number>>;
  /** What is other than in the version before; null for a place's first. */
  readonly changes: VersionChanges | null;
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
    const faults = [...read.faults, ...(await crossedShapes(db, read.wards)), ...(await crossedShapes(db, read.areas))];
    await writePlace(db, version, recipe, read, faults, onProgress);
    const counts = countsOf(read, faults);
    const changes = await switchTo(db, version, recipe, counts);
    return { ...version, faults, counts, changes };
  } catch (error) {
    await discardVersion(db, version).catch(() => {});
    throw error;
  } finally {
    release();
  }
}

const countsOf = (read: PlaceRead, faults: readonly Fault[]) => {
  const { wards, areas, otherWards, demand, postcodes, indicators, services, servicesOutside, organisations } = read;
  const inside = demand.points.filter(({ ward }) => ward >= 0).length;
  return {
    wards: wards.units.length,
    smallAreas: areas.units.length,
    otherWards: otherWards.length,
    postcodes,
    demandPoints: inside,
    people: peopleOf(demand, (ward) => ward >= 0),
    peopleFitted: demand.fitted ? 1 : 0,
    fitRounds: demand.rounds,
    fitRemaining: demand.remaining,
    neighbourPoints: demand.points.length - inside,
    neighbourPeople: peopleOf(demand, (ward) => ward < 0),
    indicators: indicators.length,
    services: services.filter(({ ward }) => ward >= 0).length,
    servicesOutside,
    neighbourServices: services.filter(({ ward }) => ward < 0).length,
    organisations: organisations.length,
    faults: faults.length,
  };
};

/** Everyone in the cells of some wards; −1 stands for over the border. */
function peopleOf({ cells, people }: Demand, counts: (ward: number) => boolean): number {
  let sum = 0;
  cells.ward.forEach((ward, cell) => {
    if (!counts(ward)) return;
    for (let age = 0; age < AGES; age++) sum += people[cell * AGES + age] ?? 0;
  });
  return Number(sum.toPrecision(12));
}
