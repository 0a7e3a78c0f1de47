import { z } from "zod";
import { LEGAL_FORMS } from "../domain/legal-forms.ts";
import { PlaceId } from "./place.ts";
import { ServiceType } from "./service.ts";

const columns = <const Name extends string>(...names: readonly Name[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Name, z.ZodString>).partial();

/** Only rows whose column has this value, or one of these. */
const Only = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).default({});

const File = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  /** Where the file lies below the mirror or the recipe's folder. */
  path: z
    .string()
    .refine(
      (path) => path !== "" && !path.startsWith("/") && !path.includes("\\") && !path.split("/").includes(".."),
      "A path stays inside the mirror",
    ),
  publisher: z.string(),
  licence: z.string(),
  vintage: z.string(),
  /** Null where the file is not published in this form; `note` then says where the original is. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  note: z.string().optional(),
  /** Day by which the publisher is expected to have newer figures. */
  due: z.iso.date().optional(),
  /** Of the uncompressed bytes; left out in a council's own recipe, where a file may be brought up to date. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Length when uncompressed, so that a truncated file is named as such. */
  bytes: z.int().positive().optional(),
  /** Rows or features that the file must hold, before any are left out. */
  rows: z.int().positive().optional(),
  /** Spellings that stand for "no value"; left out: empty and "NA". */
  missing: z.array(z.string()).optional(),
  only: Only,
});

/** How the letters of a text file are written; left out: UTF-8, or what a byte-order mark says. */
export const ENCODINGS = ["utf-8", "utf-16le", "iso-8859-1", "windows-1252"] as const;

/** Coordinate reference systems that are understood: longitude and latitude, and the British National Grid in metres. */
export const CRSS = ["EPSG:4326", "EPSG:27700"] as const;

/** A table of rows: a CSV file, or a sheet of an Excel workbook (the first when none is named). */
const TABLE = {
  format: z.enum(["csv", "xlsx"]),
  encoding: z.enum(ENCODINGS).optional(),
  /** One character; a comma when left out. */
  delimiter: z.string().length(1).optional(),
  /** Names of the columns in order, for a file without a heading row. */
  headings: z.array(z.string()).min(1).optional(),
  sheet: z.string().optional(),
};

/** Shapes: GeoJSON, or a zipped shapefile (the only one in the zip, or the named one). */
const SHAPES = {
  format: z.enum(["geojson", "shapefile"]),
  /** Left out: what the file says of itself, else longitude and latitude. */
  crs: z.enum(CRSS).optional(),
  /** Name of the .shp inside a zip that holds several. */
  layer: z.string().optional(),
};

/** First and last year of age, both counted; 90 stands for 90 and over. */
const Ages = z.tuple([z.int().min(0).max(90), z.int().min(0).max(90)]).refine(([from, to]) => from <= to);

/**
 * Where a table has people of each age: in columns of single years ("0" … "89" and the one named), in columns of age
 * bands, or one age band a row.
 */
export const AgesLayout = z.discriminatedUnion("as", [
  z.object({ as: z.literal("years"), oldest: z.string(), prefix: z.string().default("") }),
  z.object({ as: z.literal("bands"), bands: z.array(z.object({ column: z.string(), ages: Ages })).min(1) }),
  z.object({ as: z.literal("rows"), band: z.string(), value: z.string(), bands: z.record(z.string(), Ages) }),
]);
export type AgesLayout = z.infer<typeof AgesLayout>;

export const WardsFile = File.extend({
  role: z.literal("wards"),
  ...SHAPES,
  columns: z.object({ code: z.string(), name: z.string(), nameWelsh: z.string().optional() }),
});
export const SmallAreasFile = File.extend({
  role: z.literal("small-areas"),
  ...SHAPES,
  columns: z.object({ code: z.string(), name: z.string() }),
});

/** The place's wards as they were drawn in another year, so that figures on old codes carry over. */
export const OtherWardsFile = File.extend({
  role: z.literal("other-wards"),
  ...SHAPES,
  columns: z.object({ code: z.string(), name: z.string() }),
  year: z.int().min(1900).max(2100),
});

/** The place's small areas as they were drawn in another year, so that earlier figures carry over. */
export const OtherSmallAreasFile = File.extend({
  role: z.literal("other-small-areas"),
  ...SHAPES,
  columns: z.object({ code: z.string(), name: z.string() }),
  year: z.int().min(1900).max(2100),
});

/** People by age of every small area, or of every ward. */
export const PeopleFile = File.extend({
  role: z.enum(["people-small-areas", "people-wards"]),
  ...TABLE,
  columns: z.object({ code: z.string() }),
  ages: AgesLayout,
  date: z.string(),
});

/**
 * People of areas that are known by a point each: given to the ward and small area that hold the point. With
 * `neighbours`, only the points outside the place count, as people over the border.
 */
export const PeoplePointsFile = File.extend({
  role: z.literal("people-points"),
  ...TABLE,
  columns: z.object({ code: z.string() }),
  ages: AgesLayout,
  date: z.string(),
  /** Id of the file of role "points" that says where each code is. */
  points: z.string(),
  neighbours: z.boolean().default(false),
});
export const PointsFile = File.extend({
  role: z.literal("points"),
  ...TABLE,
  columns: z.object({ code: z.string(), lon: z.string(), lat: z.string() }),
  crs: z.enum(CRSS).optional(),
});

export const PostcodesFile = File.extend({
  role: z.literal("postcodes"),
  ...TABLE,
  columns: z.object({
    postcode: z.string(),
    ward: z.string().optional(),
    area: z.string().optional(),
    lon: z.string(),
    lat: z.string(),
    street: z.string().optional(),
  }),
  crs: z.enum(CRSS).optional(),
});

/** Which ward a small area belongs to, where there are no postcodes to say so. */
export const LookupFile = File.extend({
  role: z.literal("lookup"),
  ...TABLE,
  columns: z.object({ area: z.string(), ward: z.string() }),
});

const Indicator = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  unit: z.string(),
  higherIsMoreNeed: z.boolean(),
});

/** Figures of small areas, a column each. */
export const IndicatorsFile = File.extend({
  role: z.literal("indicators"),
  ...TABLE,
  columns: z.object({ code: z.string() }),
  theme: z.string(),
  /** The wider area that every row together makes up ("England"), so that its mean can be told beside the place's. */
  covers: z.string().optional(),
  indicators: z.array(Indicator.extend({ column: z.string() })).min(1),
});

/** How figures of one subject at several dates may be set side by side: by what they are, or only by a ward's place. */
export const COMPARISONS = ["values", "places"] as const;

/**
 * Figures of the same subjects at other dates, a column each: for the trend alone. One of the same year as the figure
 * itself stands for it there, where only such figures (ranks) are known of the other dates.
 */
export const VintagesFile = File.extend({
  role: z.literal("vintages"),
  ...TABLE,
  columns: z.object({ code: z.string() }),
  /** What the codes are: "small-areas" of today, or the id of a file of small areas of another year. */
  of: z.string().default("small-areas"),
  vintages: z
    .array(
      z.object({
        /** Id of the indicator that these are earlier figures of. */
        series: z.string(),
        year: z.int().min(1900).max(2100),
        column: z.string(),
        unit: z.string(),
        higherIsMoreNeed: z.boolean(),
        /** "places" where it was counted in another way than at the other dates. */
        compare: z.enum(COMPARISONS).default("values"),
      }),
    )
    .min(1),
});

/**
 * Counts by category, one a row, as the Census tables have them: a figure is the share of some categories among all,
 * in %. On wards of another year the counts carry over to today's wards.
 */
export const CountsFile = File.extend({
  role: z.literal("counts"),
  ...TABLE,
  columns: z.object({ code: z.string(), category: z.string(), value: z.string() }),
  theme: z.string(),
  /** What the codes are: "small-areas", "wards" of today, or the id of a file of wards of another year. */
  of: z.string().default("small-areas"),
  indicators: z.array(Indicator.extend({ categories: z.array(z.string()).min(1) })).min(1),
});

export const ServicesFile = File.extend({
  role: z.literal("services"),
  ...TABLE,
  ...SHAPES,
  format: z.enum(["csv", "xlsx", "geojson", "shapefile"]),
  /** The type of every row, or the column that names it. */
  serviceType: z.union([z.string(), z.object({ column: z.string() })]),
  columns: columns(
    "id",
    "name",
    "organisation",
    "legalForm",
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
  )
    .required({ name: true })
    .extend({ address: z.union([z.string(), z.array(z.string()).min(1)]).optional() }),
  /** Columns with the opening hours of Monday to Sunday, where a source gives them by day. */
  openingHours: z.array(z.string()).length(7).optional(),
  /** What a service without a name is called, where a source has nameless ones. */
  nameless: z.string().optional(),
  /** A list of more than the place, a county or the country: rows outside are passed over and not told. */
  wider: z.boolean().default(false),
  /** Those outside the place are taken as services over the border: them alone, or with `wider` those inside too. */
  neighbours: z.boolean().default(false),
});

/** The whole list that a file of services with coordinates was made from: rows that are missing there are told. */
export const ListingFile = File.extend({
  role: z.literal("listing"),
  ...TABLE,
  /** Id of the file of services. */
  of: z.string(),
  columns: z.object({ name: z.string(), postcode: z.string().optional() }),
});

/** Organisations that could provide services: no place on the map, no coverage. */
export const OrganisationsFile = File.extend({
  role: z.literal("organisations"),
  ...TABLE,
  columns: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.string().optional(),
    activities: z.string().optional(),
    companyNumber: z.string().optional(),
    registeredOn: z.string().optional(),
    postcode: z.string().optional(),
    website: z.string().optional(),
  }),
  legalForm: z.enum(LEGAL_FORMS).nullable(),
});

/** Water, green, roads and streets to draw beneath the wards; a `kind` property names the layer. */
export const BasemapFile = File.extend({
  role: z.literal("basemap"),
  ...SHAPES,
  columns: z.object({ kind: z.string(), name: z.string().optional() }),
});

export const RecipeFile = z.discriminatedUnion("role", [
  WardsFile,
  SmallAreasFile,
  OtherWardsFile,
  OtherSmallAreasFile,
  PeopleFile,
  PeoplePointsFile,
  PointsFile,
  PostcodesFile,
  LookupFile,
  IndicatorsFile,
  CountsFile,
  VintagesFile,
  ServicesFile,
  ListingFile,
  OrganisationsFile,
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
  /** What the place lacks, in sentences for its data page. */
  missing: z.array(z.string()).default([]),
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
