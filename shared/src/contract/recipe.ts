import { z } from "zod";
import { PlaceId } from "./place.ts";
import { ServiceType } from "./service.ts";

const columns = (...names: string[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string()])) as Record<string, z.ZodString>).partial();

const File = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  /** Where the file lies below the mirror or the recipe's folder. */
  path: z
    .string()
    .refine((path) => !path.startsWith("/") && !path.split("/").includes(".."), "A path stays inside the mirror"),
  publisher: z.string(),
  licence: z.string(),
  vintage: z.string(),
  /** Null where the file is not published in this form; `note` then says where the original is. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  note: z.string().optional(),
  /** Of the uncompressed bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Length when uncompressed, so that a truncated file is named as such. */
  bytes: z.int().positive().optional(),
  /** Rows or features that the file must hold, before any are left out. */
  rows: z.int().positive(),
  /** Spellings that stand for "no value"; left out: empty and "NA". */
  missing: z.array(z.string()).optional(),
});

const GEO = { format: z.literal("geojson") };
const CSV = { format: z.literal("csv") };

export const WardsFile = File.extend({
  role: z.literal("wards"),
  ...GEO,
  columns: z.object({ code: z.string(), name: z.string(), nameWelsh: z.string().optional() }),
});
export const SmallAreasFile = File.extend({
  role: z.literal("small-areas"),
  ...GEO,
  columns: z.object({ code: z.string(), name: z.string() }),
});

/** A table of people by single year: columns "0" … "89" and one for 90 and over. */
export const PeopleFile = File.extend({
  role: z.enum(["people-small-areas", "people-wards"]),
  ...CSV,
  columns: z.object({ code: z.string(), oldest: z.string() }),
  /** Only rows with these values, e.g. Persons. */
  only: z.record(z.string(), z.string()).default({}),
  date: z.string(),
});
export const PostcodesFile = File.extend({
  role: z.literal("postcodes"),
  ...CSV,
  columns: z.object({
    postcode: z.string(),
    ward: z.string().optional(),
    area: z.string(),
    lon: z.string(),
    lat: z.string(),
    street: z.string().optional(),
  }),
});
export const IndicatorsFile = File.extend({
  role: z.literal("indicators"),
  ...CSV,
  columns: z.object({ code: z.string() }),
  theme: z.string(),
  indicators: z
    .array(
      z.object({
        id: z.string(),
        column: z.string(),
        title: z.string(),
        unit: z.string(),
        higherIsMoreNeed: z.boolean(),
      }),
    )
    .min(1),
});
export const ServicesFile = File.extend({
  role: z.literal("services"),
  format: z.enum(["csv", "geojson"]),
  /** The type of every row, or the column that names it. */
  serviceType: z.union([z.string(), z.object({ column: z.string() })]),
  columns: columns(
    "id",
    "name",
    "organisation",
    "legalForm",
    "address",
    "postcode",
    "lon",
    "lat",
    "capacity",
    "checked",
    "checkedOn",
    "times",
    "cost",
    "phone",
    "website",
  ).required({ name: true }),
  /** Columns with the opening hours of Monday to Sunday, where a source gives them by day. */
  openingHours: z.array(z.string()).length(7).optional(),
});
/** Water, green, roads and streets to draw beneath the wards; a `kind` property names the layer. */
export const BasemapFile = File.extend({
  role: z.literal("basemap"),
  ...GEO,
  columns: z.object({ kind: z.string(), name: z.string().optional() }),
});

export const RecipeFile = z.discriminatedUnion("role", [
  WardsFile,
  SmallAreasFile,
  PeopleFile,
  PostcodesFile,
  IndicatorsFile,
  ServicesFile,
  BasemapFile,
]);
export type RecipeFile = z.infer<typeof RecipeFile>;

/** How a place is built: its files, how their columns map, and the questions it starts with. */
export const Recipe = z.object({
  place: z.object({ id: PlaceId, name: z.string(), code: z.string(), sample: z.boolean(), attribution: z.string() }),
  files: z.array(RecipeFile).min(1),
  serviceTypes: z.array(ServiceType).min(1),
  /** Starting weights of the need index by indicator id ("age": share of residents of the target ages); total 100. */
  needWeights: z.record(z.string(), z.number()),
});
export type Recipe = z.infer<typeof Recipe>;

/** Kinds of basemap feature, in drawing order. */
export const BASEMAP_KINDS = [
  "urban",
  "park",
  "wood",
  "river",
  "canal",
  "lake",
  "railway",
  "station",
  "road-major",
  "road-minor",
  "street",
  "building",
  "locality",
] as const;
