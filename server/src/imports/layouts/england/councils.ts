import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** One of England's 296 councils that have wards, with what the England-wide files hold of it. */
export interface Council {
  readonly code: string;
  readonly name: string;
  /** The code that the small areas of 2021 still carry, where it is an older one. */
  readonly smallAreasUnder?: string;
  readonly wards: number;
  readonly smallAreas: number;
  /** By the council codes of the file itself, mid-2015. */
  readonly people: number;
  /** Of the small areas whose point lies in the council's wards: 0 to 15, 16 to 59, 60 and over. */
  readonly peopleByBand: readonly [number, number, number];
  /** Small areas of 2011 whose point lies in another council, or (null) in no ward. */
  readonly astray?: readonly { readonly code: string; readonly people: number; readonly in: string | null }[];
  /** General practices, pharmacies, clinics and schools that have coordinates in its wards. */
  readonly services: readonly [number, number, number, number];
}

/** A council of before, and the code of the one that now has its area. */
export interface FormerCouncil {
  readonly code: string;
  readonly name: string;
  readonly now: string;
}

export interface Councils {
  readonly councils: readonly Council[];
  readonly former: readonly FormerCouncil[];
}

const LIST = fileURLToPath(new URL("../../../../../data/england/councils.json", import.meta.url));

/** England's councils in the order of their codes. */
export async function englandsCouncils(): Promise<Councils> {
  return JSON.parse(await readFile(LIST, "utf8")) as Councils;
}
