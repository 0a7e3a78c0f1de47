import { basename } from "node:path";
import { Recipe } from "@needs-map/shared/contract/recipe";
import { ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { type Boundaries, readBoundaries } from "../read/boundaries.ts";
import { wordsOf } from "./headings.ts";
import { withOwnAverages } from "./own-average.ts";
import { placeIdOf } from "./place-id.ts";
import { entryOf } from "./recipe-files.ts";
import type { FolderRead } from "./recognise-folder.ts";
import { type LeftOut, ofRole, type Recognised } from "./recognised.ts";
import { type ChosenAreas, columnOf, councilOf, settleSmallAreas, settleWards, withOwnKinds } from "./settle-areas.ts";
import { settleFigures } from "./settle-figures.ts";
import { settlePeople } from "./settle-people.ts";
import { settleServices } from "./settle-services.ts";
import { type Settling, settling } from "./settling.ts";
import { startingType } from "./starting-type.ts";
import { squeezed } from "./where-services.ts";

/** What the person says of the place, where its files do not. */
export interface Wanted {
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly code?: string | undefined;
}

export interface FolderRecipe {
  /** Null when something is lacking that a place cannot do without. */
  readonly recipe: Recipe | null;
  /** What is lacking, with what to bring, or what keeps the files from being read. */
  readonly lacking: readonly string[];
  /** Files that are understood and not used, and why. */
  readonly left: readonly LeftOut[];
  readonly known: readonly Recognised[];
}

const BRING = {
  wards:
    "There are no ward boundaries. Bring the council's wards as GeoJSON or a zipped shapefile, with a code and a name each (the Open Geography Portal has them as WDyyCD and WDyyNM).",
  areas:
    "There are no boundaries of small areas. Bring its lower layer super output areas as GeoJSON or a zipped shapefile (LSOA21CD and LSOA21NM on the Open Geography Portal).",
  people:
    "There are no people by age for every small area. Bring mid-year estimates by LSOA of the same year's codes (ONS, or Nomis), or File 6 of the Indices of Deprivation with the points of its areas.",
  services:
    "There is no list of services with a place. Bring one at least, with names, and postcodes or coordinates; postcodes need a file of the council's postcodes, too.",
};

/** Makes one place of the files that were recognised in a folder: what is used, and what is lacking. */
export async function folderRecipe(
  folder: string,
  read: FolderRead,
  wanted: Wanted,
  onProgress: OnProgress,
): Promise<FolderRecipe> {
  const known = withOwnKinds(read.known);
  const settle = settling(known, []);
  const council = councilOf(known, wanted.code);
  const { current: wards, others } = settleWards(settle, council);
  const found = settleSmallAreas(settle, council);
  const drawn = wards ? await boundaries(wards, "wards") : null;
  const areas = found && drawn ? await withinWards(found, drawn) : found;
  const lacking: string[] = [];
  if (!wards) lacking.push(BRING.wards);
  if (!areas) lacking.push(BRING.areas);
  if (!wards || !areas || !drawn) {
    if (!ofRole(known, "people").length) lacking.push(BRING.people);
    if (!ofRole(known, "services").length) lacking.push(BRING.services);
    return { recipe: null, lacking, left: settle.left, known };
  }

  const otherWards = others.map((chosen) => ({ ...chosen, id: `wards-${chosen.known.draft.year}` }));
  const people = settlePeople(settle, wards, areas);
  const figures = settleFigures(settle, wards, areas, otherWards);
  const { files: postcodeFiles, postcodes } = settlePostcodes(settle, drawn);
  const name = wanted.name ?? council?.name ?? wordsOf(basename(folder));
  const place = [...name.toLowerCase().split(/[^a-z]+/), "gm", "greater"];
  const services = await settleServices(settle, { wards: drawn, postcodes, place });
  if (people.date === null) lacking.push(BRING.people);
  if (services.kinds.length === 0) lacking.push(BRING.services);
  if (people.date === null || services.kinds.length === 0) return { recipe: null, lacking, left: settle.left, known };

  const recipe = Recipe.parse({
    place: {
      id: wanted.id ?? placeIdOf(name.replace(/,.*$/, "")),
      name,
      code: wanted.code ?? council?.code ?? name,
      sample: false,
      attribution: `Sources: ${name}'s own files; see the list of sources for their publishers and licences.`,
    },
    files: [
      areasFile(wards, "wards", "wards"),
      areasFile(areas, "small-areas", "small-areas"),
      ...people.files,
      ...postcodeFiles,
      ...(postcodeFiles.length === 0 ? settleLookups(settle, wards, areas) : leaveLookups(settle)),
      ...otherWards.map((chosen) => ({
        ...areasFile(chosen, chosen.id, "other-wards"),
        year: chosen.known.draft.year,
      })),
      ...figures.files,
      ...services.files,
      ...ofRole(known, "organisations").map((one, at) => ({
        ...entryOf(one, at === 0 ? "organisations" : `organisations-${at + 1}`, null),
        role: "organisations",
        columns: one.draft.columns,
        legalForm: "voluntary",
      })),
    ],
    serviceTypes: services.kinds.map(({ kind }) =>
      startingType(kind, { place: name, count: 0, places: null, people: 0, date: people.date ?? "" }),
    ),
    needWeights: weightsOf(figures.ids),
    missing: [
      ...(people.wards
        ? []
        : [
            "No ward totals of the same date are loaded: a small area's people are shared equally among its postcodes.",
          ]),
      ...(postcodeFiles.length > 0
        ? []
        : [
            "There are no postcodes: a postcode cannot be searched for, and a service without coordinates cannot be placed.",
          ]),
      ...(figures.files.length > 0
        ? []
        : ["There are no indicators of need: ages alone tell who needs a service more."]),
      ...(people.neighbours ? [] : ["People and services over the border are not loaded."]),
      ...figures.sentences,
      ...services.sentences,
    ],
  });
  try {
    const whole = await withOwnAverages(recipe, folder, services.kinds, people.date, onProgress);
    return { recipe: whole, lacking: [], left: settle.left, known };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { recipe, lacking: [error.message], left: settle.left, known };
  }
}

const MOST_WEIGHED = 5;

/** Deprivation and age where there is a measure of it; else some indicators alike. */
function weightsOf(ids: readonly string[]): Record<string, number> {
  const imd = ["imd", "imd-rank", "deprivation"].find((id) => ids.includes(id));
  if (imd) return { [imd]: 70, age: 30 };
  if (ids.length === 0) return { age: 100 };
  const some = ids.slice(0, MOST_WEIGHED);
  const each = Math.floor(100 / some.length);
  return Object.fromEntries(some.map((id, at) => [id, at === 0 ? 100 - each * (some.length - 1) : each]));
}

const areasFile = ({ known, only }: ChosenAreas, id: string, role: string) => ({
  ...entryOf(known, id, known.draft.year === null ? null : `${known.draft.year}`),
  role,
  columns: {
    code: known.draft.code,
    name: known.draft.name,
    ...(role === "wards" && known.draft.nameWelsh ? { nameWelsh: known.draft.nameWelsh } : {}),
  },
  only,
});

const boundaries = (chosen: ChosenAreas, role: "wards" | "small-areas"): Promise<Boundaries> =>
  readBoundaries(
    Recipe.shape.files.element.parse(areasFile(chosen, role, role)) as Parameters<typeof readBoundaries>[0],
    chosen.known.file.local,
    () => {},
  );

/** Small areas of the place alone, where a file has those of a county or the country. */
async function withinWards(chosen: ChosenAreas, wards: Boundaries): Promise<ChosenAreas> {
  const { units } = await boundaries(chosen, "small-areas");
  const inside = units.filter(({ inside: [lon, lat] }) => wards.locate(lon, lat) >= 0).map(({ code }) => code);
  if (inside.length === 0 || inside.length >= 0.8 * units.length) return chosen;
  return { ...chosen, codes: new Set(inside), only: { ...chosen.only, [chosen.known.draft.code]: inside } };
}

function settlePostcodes({ known, leave }: Settling, wards: Boundaries) {
  const [first, ...rest] = ofRole(known, "postcodes").toSorted(
    (a, b) => matches(b, wards) - matches(a, wards) || a.file.rows - b.file.rows,
  );
  for (const { file } of rest) leave(file.path, `postcodes are taken from ${first?.file.path}`);
  if (!first) return { files: [], postcodes: new Set<string>() };
  const { columns, crs } = first.draft;
  const entry = {
    ...entryOf(first, "postcodes", null),
    role: "postcodes",
    columns,
    ...(crs === "EPSG:4326" ? {} : { crs }),
  };
  const postcodes = new Set([...columnOf(first.file, columns.postcode).distinct].map(squeezed));
  return { files: [entry], postcodes };
}

function matches({ file, draft }: Recognised<"postcodes">, { rowOf }: Boundaries): number {
  if (!draft.columns.ward) return 0;
  return [...columnOf(file, draft.columns.ward).distinct].filter((code) => rowOf.has(code)).length;
}

/** Lookups whose wards are today's, where there are no postcodes to say in which ward people live. */
function settleLookups({ known, leave }: Settling, wards: ChosenAreas, areas: ChosenAreas): object[] {
  const fits = ofRole(known, "lookup").filter(({ file, draft }) => {
    const here = columnOf(file, draft.ward);
    const right = [...wards.codes].some((code) => here.distinct.has(code));
    const known = [...areas.codes].some((code) => columnOf(file, draft.area).distinct.has(code));
    if (!right || !known) leave(file.path, "its codes are of wards or small areas of another year");
    return right && known;
  });
  for (const { file } of fits.slice(1)) leave(file.path, `the lookup ${fits[0]?.file.path} is taken`);
  return fits.slice(0, 1).map((one) => ({
    ...entryOf(one, "lookup", null),
    role: "lookup",
    columns: { area: one.draft.area, ward: one.draft.ward },
  }));
}

function leaveLookups({ known, leave }: Settling): object[] {
  for (const { file } of ofRole(known, "lookup"))
    leave(file.path, "postcodes say which ward a small area's people live in");
  return [];
}
