import type { Recipe } from "@needs-map/shared/contract/recipe";
import { ImportError } from "../import-error.ts";
import type { Boundaries } from "./boundaries.ts";
import { type Demand, demand, demandAtPoints } from "./demand.ts";
import { readLookup } from "./lookup.ts";
import { readPeople } from "./people.ts";
import { type PeoplePoint, readPeoplePoints, readPoints } from "./people-points.ts";
import type { FilesOf, Take } from "./place.ts";
import { type Box, boxHolds } from "./position.ts";
import { type DemandPoint, readPostcodes } from "./postcodes.ts";

interface Asked {
  readonly recipe: Recipe;
  readonly wards: Boundaries;
  readonly areas: Boundaries;
  readonly filesOf: FilesOf;
  readonly take: Take;
  /** Where people over the border may use services of the place. */
  readonly near: Box;
}

export interface DemandRead {
  readonly demand: Demand;
  readonly postcodes: readonly DemandPoint[];
  readonly neighbours: readonly PeoplePoint[];
}

/**
 * Reads where people live, from the best that the recipe has: people by small area over postcodes, else people at
 * points; and people over the border.
 *
 * @throws ImportError when the recipe has no people
 */
export async function readDemand({ recipe, wards, areas, filesOf, take, near }: Asked): Promise<DemandRead> {
  const postcodes: DemandPoint[] = [];
  for (const file of filesOf("postcodes")) {
    const read = await take(file, (named, local, onProgress) => readPostcodes(named, local, wards, areas, onProgress));
    postcodes.push(...read.points);
  }
  const known = new Map<string, ReadonlyMap<string, readonly [number, number]>>();
  const inside: PeoplePoint[] = [];
  const neighbours: PeoplePoint[] = [];
  for (const file of filesOf("people-points")) {
    const points = known.get(file.points) ?? (await pointsOf(file.points, { filesOf, take }));
    known.set(file.points, points);
    const isHere = (lon: number, lat: number) => wards.locate(lon, lat) >= 0;
    const wanted = (lon: number, lat: number) => boxHolds(near, lon, lat) && isHere(lon, lat) !== file.neighbours;
    const read = await take(file, (named, local, onProgress) =>
      readPeoplePoints(named, local, points, wanted, onProgress),
    );
    (file.neighbours ? neighbours : inside).push(...read.points);
  }

  const [areaFile, second] = filesOf("people-small-areas");
  if (second) throw new ImportError(`The recipe of ${recipe.place.id} must name one file of people by small area.`);
  if (!areaFile) {
    if (!filesOf("people-points").some((file) => !file.neighbours))
      throw new ImportError(`The recipe of ${recipe.place.id} names no file of people by small area.`);
    return { demand: demandAtPoints(wards, areas, inside), postcodes, neighbours };
  }
  const byArea = await take(areaFile, (file, local, onProgress) => readPeople(file, local, areas, onProgress));
  const wardFile = filesOf("people-wards").find(({ date }) => date === areaFile.date);
  const byWard = wardFile
    ? await take(wardFile, (file, local, onProgress) => readPeople(file, local, wards, onProgress), "wards")
    : null;
  const lookups = new Map<number, number>();
  for (const file of filesOf("lookup")) {
    const read = await take(file, (named, local, onProgress) => readLookup(named, local, wards, areas, onProgress));
    for (const [area, ward] of read.wardOf) lookups.set(area, ward);
  }
  const published = { areas: byArea.people, wards: byWard?.people ?? null };
  return {
    demand: demand(wards, areas, postcodes, published, (area) => lookups.get(area) ?? -1),
    postcodes,
    neighbours,
  };
}

/** @throws ImportError when there is no such file of points */
async function pointsOf(id: string, { filesOf, take }: Pick<Asked, "filesOf" | "take">) {
  const file = filesOf("points").find((points) => points.id === id);
  if (!file) throw new ImportError(`The recipe names no file of points "${id}".`);
  return (await take(file, readPoints)).at;
}
