import type { Recipe, RecipeFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import { type Demand, demand } from "./demand.ts";
import { type DownloadOptions, notPublished, readDownloaded } from "../files/download.ts";
import { ImportError } from "../import-error.ts";
import { readMirrored } from "../files/mirror.ts";
import type { OnProgress } from "../progress.ts";
import { type BasemapFeature, readBasemap } from "./basemap.ts";
import { type Boundaries, readBoundaries } from "./boundaries.ts";
import { type IndicatorRead, readIndicators } from "./indicators.ts";
import { readPeople } from "./people.ts";
import { type DemandPoint, readPostcodes } from "./postcodes.ts";
import { readServices, type ServicesRead } from "./services.ts";

/** Where the files of a recipe are taken from. */
export type Origin = { readonly mirror: string } | { readonly download: DownloadOptions };

/** A place as its files tell it, ready to be written. */
export interface PlaceRead {
  readonly wards: Boundaries;
  readonly areas: Boundaries;
  readonly demand: Demand;
  readonly postcodes: number;
  readonly indicators: readonly IndicatorRead[];
  readonly services: ServicesRead["services"];
  readonly servicesOutside: number;
  readonly basemap: readonly BasemapFeature[];
  readonly faults: readonly Fault[];
}

type OfRole<Role, File extends RecipeFile = RecipeFile> = File extends RecipeFile
  ? Role extends File["role"]
    ? File
    : never
  : never;

/**
 * Reads every file of a recipe, checks it and joins them into a place. Nothing is written.
 *
 * @throws ImportError when the place cannot be built from these files
 */
export async function readPlace(recipe: Recipe, origin: Origin, onProgress: OnProgress): Promise<PlaceRead> {
  const faults: Fault[] = [];
  let done = 0;
  const read = async (file: RecipeFile) => {
    onProgress({ step: `Reading ${file.path}`, done: done++, total: recipe.files.length });
    return "mirror" in origin ? readMirrored(origin.mirror, file) : readDownloaded(origin.download, file, onProgress);
  };
  const filesOf = <Role extends RecipeFile["role"]>(role: Role) =>
    recipe.files.filter((file): file is OfRole<Role> => file.role === role);
  const only = <Role extends RecipeFile["role"]>(role: Role, words: string) => {
    const [file, second] = filesOf(role);
    if (!file || second) throw new ImportError(`The recipe of ${recipe.place.id} must name one file of ${words}.`);
    return file;
  };

  const unpublished = recipe.files.find((file) => file.url === null);
  if (unpublished && "download" in origin) throw new ImportError(notPublished(unpublished));

  const wardsFile = only("wards", "wards");
  const wards = readBoundaries(wardsFile, await read(wardsFile));
  const areasFile = only("small-areas", "small areas");
  const areas = readBoundaries(areasFile, await read(areasFile));

  const peopleFile = only("people-small-areas", "people by small area");
  const areaPeople = readPeople(peopleFile, await read(peopleFile), areas);
  const wardPeopleFile = filesOf("people-wards").find(({ date }) => date === peopleFile.date);
  const wardPeople = wardPeopleFile ? readPeople(wardPeopleFile, await read(wardPeopleFile), wards) : null;

  const postcodes: DemandPoint[] = [];
  for (const file of filesOf("postcodes")) {
    const found = readPostcodes(file, await read(file), wards, areas);
    postcodes.push(...found.points);
    faults.push(...found.faults);
  }
  const people = demand(wards, areas, postcodes, areaPeople, wardPeople);
  if (people.caveat) faults.push({ file: peopleFile.path, row: null, field: null, reason: people.caveat });

  const indicators: IndicatorRead[] = [];
  for (const file of filesOf("indicators")) {
    const found = readIndicators(file, await read(file), areas);
    indicators.push(...found.indicators);
    faults.push(...found.faults);
  }
  const services: ServicesRead["services"][number][] = [];
  let servicesOutside = 0;
  const types = new Set(recipe.serviceTypes.map((type) => type.id));
  const taken = new Set<string>();
  for (const file of filesOf("services")) {
    const found = readServices(file, await read(file), { wards, types, taken, postcodes });
    services.push(...found.services);
    faults.push(...found.faults);
    servicesOutside += found.outside;
  }
  const basemap: BasemapFeature[] = [];
  for (const file of filesOf("basemap")) {
    const found = readBasemap(file, await read(file));
    basemap.push(...found.features);
    faults.push(...found.faults);
  }
  return {
    wards,
    areas,
    demand: people,
    postcodes: postcodes.length,
    indicators,
    services,
    servicesOutside,
    basemap,
    faults,
  };
}
