import { Recipe } from "@needs-map/shared/contract/recipe";
import { counted } from "../../import-error.ts";
import { placeIdOf } from "../place-id.ts";
import { SERVICE_KINDS } from "../service-kinds.ts";
import { startingType } from "../starting-type.ts";
import type { Council } from "./councils.ts";
import { englandFiles } from "./england-files.ts";

const ATTRIBUTION =
  "Sources: ONS, MHCLG, NHS, DfE, under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2025.";

/** In the order that a council's services are counted in. */
const KINDS = ["general-practices", "pharmacies", "clinics", "schools"] as const;

/**
 * The recipe of a council from files of all England: wards and small areas of today, people of mid-2015 at the points of
 * the small areas of 2011, deprivation of 2025, services of 2014 and 2017.
 *
 * @param taken ids that other recipes of the product have
 */
export function englandRecipe(council: Council, taken: readonly string[]): Recipe {
  const plain = placeIdOf(council.name.replace(/,.*$/, ""));
  return Recipe.parse({
    place: {
      id: taken.includes(plain) ? `${plain}-england` : plain,
      name: council.name,
      code: council.code,
      sample: false,
      attribution: ATTRIBUTION,
    },
    files: englandFiles(council),
    serviceTypes: KINDS.map((id, at) => serviceType(council, id, council.services[at] ?? 0)),
    needWeights: { imd: 70, age: 30 },
    missing: missingOf(council),
  });
}

function serviceType(council: Council, id: string, count: number) {
  const kind = SERVICE_KINDS.find((known) => known.id === id);
  if (!kind) throw new RangeError(`There is no kind of service "${id}".`);
  const people = peopleAged(council, kind.ageFrom, kind.ageTo);
  return startingType(kind, { place: council.name, count, places: null, people, date: "mid-2015" });
}

const BANDS = [
  [0, 15],
  [16, 59],
  [60, 90],
] as const;

/** People of these ages, a band that is cut shared in proportion to years. */
function peopleAged({ peopleByBand, people }: Council, from: number, to: number): number {
  const known = peopleByBand.reduce((sum, band) => sum + band, 0);
  if (known === 0) return (people * (to - from + 1)) / 91;
  return BANDS.reduce((sum, [first, last], at) => {
    const years = Math.max(0, Math.min(to, last) - Math.max(from, first) + 1);
    return sum + ((peopleByBand[at] ?? 0) * years) / (last - first + 1);
  }, 0);
}

function missingOf(council: Council): string[] {
  return [
    "People are of mid-2015, in three age bands (0 to 15, 16 to 59, 60 and over) and without prisoners; a range of ages that cuts a band is an estimate.",
    "People stand at the points of the small areas of 2011. A small area of 2021 without such a point counts nobody.",
    ...strays(council),
    "There are no postcodes: a postcode cannot be searched for, and a service without coordinates cannot be placed.",
    "General practices, pharmacies and clinics are those of 2014. Only about half of England's general practices have coordinates in that list (3,964 of 8,288); the others are counted and left out. The current list of practices (epraccur) has no coordinates at all and is not loaded.",
    "Schools are those of July 2017, about a quarter of England's (6,022), without their numbers of places.",
    `${council.name}'s own lists of services, newer people and a table of bus minutes are not loaded. Put the council's files into a folder and use: needsmap place import`,
  ];
}

/** People whose point lies elsewhere, told one by one. */
function strays({ name, astray = [], people, peopleByBand }: Council): string[] {
  const sum = peopleByBand.reduce((all, band) => all + band, 0);
  if (sum === 0)
    return [
      `The only small area of ${name} has its point outside every ward, so its people stand at one point inside it.`,
    ];
  if (sum === people) return [];
  const told = astray.map((area) => {
    const where = area.in === null ? "outside every ward and is not counted" : `in ${area.in} and is counted there`;
    return `${area.code} (${counted(area.people)} people) has its point ${where}`;
  });
  const others = sum - people + astray.reduce((all, area) => all + area.people, 0);
  if (others > 0) told.push(`${counted(others)} people of a council next to it have their point inside`);
  return [
    `The points do not fit ${name} exactly: ${told.join("; ")}. The file has ${counted(people)} people for the council, and ${counted(sum)} are counted.`,
  ];
}
