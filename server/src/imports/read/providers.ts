import type { Recipe } from "@needs-map/shared/contract/recipe";
import { ImportError } from "../import-error.ts";
import type { Boundaries } from "./boundaries.ts";
import { readListing } from "./listing.ts";
import type { FilesOf, Take } from "./place.ts";
import type { Box } from "./position.ts";
import type { DemandPoint } from "./postcodes.ts";
import { readServices, type ServiceRead } from "./services.ts";

interface Asked {
  readonly recipe: Recipe;
  readonly filesOf: FilesOf;
  readonly take: Take;
  readonly wards: Boundaries;
  readonly postcodes: readonly DemandPoint[];
  readonly near: Box;
}

/** Reads the services of the place and those over its border; then tells what whole lists have beside them. */
export async function readProviders({ recipe, filesOf, take, wards, postcodes, near }: Asked) {
  const services: ServiceRead[] = [];
  let outside = 0;
  const types = new Set(recipe.serviceTypes.map((type) => type.id));
  const taken = new Set<string>();
  for (const file of filesOf("services")) {
    const around = { wards, types, taken, postcodes, near };
    const read = await take(file, (named, local, onProgress) => readServices(named, local, around, onProgress));
    services.push(...read.services);
    outside += read.outside;
  }
  for (const file of filesOf("listing")) {
    if (!filesOf("services").some(({ id }) => id === file.of))
      throw new ImportError(`The recipe names no file of services "${file.of}".`);
    const known = services.filter(({ source }) => source === file.of);
    await take(file, (named, local, onProgress) => readListing(named, local, known, onProgress));
  }
  return { services, outside };
}
