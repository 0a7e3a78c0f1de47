import type { AgesLayout, CountsFile, IndicatorsFile, ServicesFile } from "@needs-map/shared/contract/recipe";
import type { z } from "zod";
import type { Crs } from "../formats/project.ts";
import type { AreaKind } from "./area-codes.ts";
import type { Surveyed } from "./survey.ts";

/** Certain: a published heading, with values that fit. Likely: by the values. Guess: by words in names alone. */
export type Sure = "certain" | "likely" | "guess";

/** What a column of a file was taken for. */
export interface Took {
  readonly column: string;
  readonly as: string;
  readonly sure: Sure;
}

export type Only = Record<string, string | string[]>;
type Indicators = z.infer<typeof IndicatorsFile>["indicators"];
type Shares = z.infer<typeof CountsFile>["indicators"];
export type ServiceColumns = z.infer<typeof ServicesFile>["columns"];

/** What a file is, as far as it can be told from itself alone. */
export type Draft =
  | {
      readonly role: "boundaries";
      readonly of: AreaKind;
      readonly code: string;
      readonly name: string;
      readonly nameWelsh?: string | undefined;
      readonly year: number | null;
      /** Column with the code of the council that each area is in. */
      readonly council: string | null;
    }
  | {
      readonly role: "people";
      readonly of: AreaKind;
      readonly code: string;
      readonly ages: AgesLayout;
      readonly only: Only;
      readonly date: string;
    }
  | { readonly role: "points"; readonly code: string; readonly lon: string; readonly lat: string; readonly crs: Crs }
  | {
      readonly role: "postcodes";
      readonly columns: {
        readonly postcode: string;
        readonly lon: string;
        readonly lat: string;
        readonly ward?: string;
        readonly area?: string;
        readonly street?: string;
      };
      readonly crs: Crs;
    }
  | { readonly role: "lookup"; readonly area: string; readonly ward: string }
  | {
      readonly role: "indicators";
      readonly code: string;
      readonly indicators: Indicators;
      readonly theme: string;
      /** Of the Indices of Deprivation: what is measured and in which year, so that only the newest of each is taken. */
      readonly series: { readonly subjects: readonly string[]; readonly year: number } | null;
    }
  | {
      readonly role: "counts";
      readonly of: AreaKind;
      readonly code: string;
      readonly category: string;
      readonly value: string;
      readonly only: Only;
      readonly indicators: Shares;
      readonly theme: string;
    }
  | {
      readonly role: "services";
      readonly title: string;
      readonly columns: ServiceColumns;
      readonly crs: Crs;
      readonly openingHours: string[] | null;
      readonly nameless: string | null;
      readonly only: Only;
      /** Column that parts one list into several kinds. */
      readonly typeColumn: string | null;
    }
  | {
      readonly role: "organisations";
      readonly columns: {
        readonly id: string;
        readonly name: string;
        readonly kind?: string;
        readonly activities?: string;
        readonly companyNumber?: string;
        readonly registeredOn?: string;
        readonly postcode?: string;
        readonly website?: string;
      };
    };

export type Role = Draft["role"];
export type DraftOf<Name extends Role> = Extract<Draft, { role: Name }>;

interface Known<Taken extends Draft> {
  readonly file: Surveyed;
  readonly draft: Taken;
  readonly sure: Sure;
  readonly took: readonly Took[];
}

/** A file and what it was taken for. */
export type Recognised<Name extends Role = Role> = Known<DraftOf<Name>>;

/** A file that is not used, and why. */
export interface LeftOut {
  readonly path: string;
  readonly why: string;
}

const ORDER: readonly Sure[] = ["guess", "likely", "certain"];

/** The least sure of some. */
export const leastSure = (sures: readonly Sure[]): Sure =>
  sures.reduce<Sure>((least, sure) => (ORDER.indexOf(sure) < ORDER.indexOf(least) ? sure : least), "certain");

/** Those that were taken for one role. */
export function ofRole<Name extends Role>(known: readonly Recognised[], role: Name): Recognised<Name>[] {
  const isOf = (one: Recognised): one is Recognised & Recognised<Name> => one.draft.role === role;
  return known.filter(isOf);
}
