import type { Recipe, RecipeFile } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import { metresWithin } from "@needs-map/shared/domain/access/travel";
import { notPublished } from "../files/download.ts";
import type { LocalFile } from "../files/local-file.ts";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { type BasemapFeature, readBasemap } from "./basemap.ts";
import { type Boundaries, readBoundaries } from "./boundaries.ts";
import { type Demand, withNeighbours } from "./demand.ts";
import { readDemand } from "./demand-files.ts";
import { readFigures } from "./figures.ts";
import type { IndicatorRead } from "./indicators.ts";
import type { Measured } from "./measured.ts";
import { type OrganisationRead, readOrganisations } from "./organisations.ts";
import { fetchFile, type Origin } from "./origin.ts";
import { type OtherAreas, readOtherAreas } from "./other-areas.ts";
import { type Box, boxesMeet, boxHolds, widened } from "./position.ts";
import { readProviders } from "./providers.ts";
import type { ServiceRead } from "./services.ts";
import { readVintages, type VintageRead } from "./vintages.ts";

/** A file as it was found: for the list of sources. */
export interface SourceRead {
  readonly file: RecipeFile;
  readonly local: LocalFile;
  readonly rows: number;
  /** Wards that the file has something about; null for a file that is not about areas. */
  readonly wardsMatched: number | null;
}

/** A place as its files tell it, ready to be written. */
export interface PlaceRead {
  readonly wards: Boundaries;
  readonly areas: Boundaries;
  readonly otherWards: readonly OtherAreas[];
  readonly demand: Demand;
  readonly postcodes: number;
  readonly indicators: readonly IndicatorRead[];
  readonly vintages: readonly VintageRead[];
  readonly services: readonly ServiceRead[];
  readonly servicesOutside: number;
  readonly organisations: readonly OrganisationRead[];
  readonly basemap: readonly BasemapFeature[];
  readonly sources: readonly SourceRead[];
  readonly faults: readonly Fault[];
}

/** Reads one file of a recipe, keeps what was measured of it and its faults, and gives back what it holds. */
export type Take = <File extends RecipeFile, Contents extends Measured>(
  file: File,
  read: (file: File, local: LocalFile, onProgress: OnProgress) => Promise<Contents>,
  of?: "wards" | "areas",
) => Promise<Contents>;

/** Files of one role. */
export type FilesOf = <Role extends RecipeFile["role"]>(role: Role) => OfRole<Role>[];

type OfRole<Role, File extends RecipeFile = RecipeFile> = File extends RecipeFile
  ? Role extends File["role"]
    ? File
    : never
  : never;

/** The longest journey that can be asked for: an hour by car. */
const NEAR_METRES = metresWithin(60, "car");

/**
 * Reads every file of a recipe, checks it and joins them into a place. Nothing is written.
 *
 * @throws ImportError when the place cannot be built from these files
 */
export async function readPlace(recipe: Recipe, origin: Origin, onProgress: OnProgress): Promise<PlaceRead> {
  const faults: Fault[] = [];
  const sources: (Omit<SourceRead, "wardsMatched"> & { matched: readonly number[] | null; of: "wards" | "areas" })[] =
    [];
  let done = 0;
  const unpublished = recipe.files.find((file) => file.url === null);
  if (unpublished && "download" in origin) throw new ImportError(notPublished(unpublished));

  const take: Take = async (file, read, of = "areas") => {
    const step = { step: `Reading ${file.path}`, done: done++, total: recipe.files.length };
    onProgress(step);
    const local = await fetchFile(origin, file, onProgress);
    const contents = await read(file, local, onProgress);
    faults.push(...contents.faults);
    sources.push({ file, local, rows: contents.rows, matched: contents.matched ?? null, of });
    return contents;
  };
  const filesOf: FilesOf = (role) => recipe.files.filter((file): file is OfRole<typeof role> => file.role === role);
  const only = <Role extends RecipeFile["role"]>(role: Role, words: string) => {
    const [file, second] = filesOf(role);
    if (!file || second) throw new ImportError(`The recipe of ${recipe.place.id} must name one file of ${words}.`);
    return file;
  };

  const wards = await take(only("wards", "wards"), readBoundaries, "wards");
  const areas = await take(only("small-areas", "small areas"), readBoundaries);
  checkSamePlace(wards, areas);
  const near = widened(wards.box, NEAR_METRES);
  const { demand: inside, neighbours, postcodes } = await readDemand({ recipe, wards, areas, filesOf, take, near });
  faults.push(...inside.caveats.map((reason) => ({ file: recipe.place.id, row: null, field: null, reason })));

  const otherWards: OtherAreas[] = [];
  for (const file of filesOf("other-wards"))
    otherWards.push(await take(file, (...from) => readOtherAreas(...from, inside, wards), "wards"));
  const otherAreas: OtherAreas[] = [];
  for (const file of filesOf("other-small-areas"))
    otherAreas.push(await take(file, (...from) => readOtherAreas(...from, inside, areas)));
  const indicators = await readFigures({ filesOf, take, wards, areas, otherWards });
  const vintages = await readVintages({ filesOf, take, areas, otherAreas, indicators });
  const { services, outside } = await readProviders({ recipe, filesOf, take, wards, postcodes, near });

  const organisations: OrganisationRead[] = [];
  const ids = new Set<string>();
  for (const file of filesOf("organisations")) {
    const read = await take(file, (named, local, onBytes) => readOrganisations(named, local, ids, onBytes));
    organisations.push(...read.organisations);
  }
  const basemap: BasemapFeature[] = [];
  for (const file of filesOf("basemap")) basemap.push(...(await take(file, readBasemap)).features);

  const wardsOfArea = wardsByArea(inside, areas.units.length);
  return {
    wards,
    areas,
    otherWards,
    demand: withNeighbours(
      inside,
      neighbours.filter(({ lon, lat }) => boxHolds(near, lon, lat)),
    ),
    postcodes: postcodes.length,
    indicators,
    vintages,
    services,
    servicesOutside: outside,
    organisations,
    basemap,
    sources: sources.map(({ matched, of, ...source }) => ({
      ...source,
      wardsMatched:
        matched && new Set(of === "wards" ? matched : matched.flatMap((row) => wardsOfArea[row] ?? [])).size,
    })),
    faults,
  };
}

/** Rows of the wards that each small area has people in. */
function wardsByArea({ cells }: Demand, areas: number): number[][] {
  const wards = Array.from({ length: areas }, () => new Set<number>());
  cells.area.forEach((area, cell) => {
    wards[area]?.add(cells.ward[cell] ?? -1);
  });
  return wards.map((rows) => [...rows]);
}

/** @throws ImportError when wards and small areas lie nowhere near each other, as when one has its coordinates swapped */
function checkSamePlace(wards: Boundaries, areas: Boundaries): void {
  if (boxesMeet(wards.box, areas.box)) return;
  const [west, south, east, north] = wards.box;
  const why = boxesMeet([south, west, north, east], areas.box)
    ? "One of them has its longitude and latitude the wrong way round"
    : "Are they of one place, in one reference system?";
  const at = (box: Box) => `${box[0].toFixed(2)}, ${box[1].toFixed(2)}`;
  throw new ImportError(
    `The wards (${wards.path}, from ${at(wards.box)}) and the small areas (${areas.path}, from ${at(areas.box)}) do not meet. ${why}.`.replace(
      "?.",
      "?",
    ),
  );
}
