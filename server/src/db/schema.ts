import type { VersionChanges } from "@needs-map/shared/contract/data-version";
import { COMPARISONS, type Recipe } from "@needs-map/shared/contract/recipe";
import type { ServiceType } from "@needs-map/shared/contract/service";
import type { LegalForm } from "@needs-map/shared/domain/legal-forms";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { geometry } from "./geometry.ts";

/** Life of a data version: written in batches, then switched to at once; leftovers of a crash are cleaned. */
export const VERSION_STATUSES = ["loading", "ready", "failed"] as const;

/** What an indicator is kept for. */
export const INDICATOR_UNITS = ["small-areas", "wards"] as const;

const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A council area. Every read joins `currentVersion`; null until its first version is ready. */
export const place = pgTable("place", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  code: text("code").notNull(),
  sample: boolean("sample").notNull(),
  attribution: text("attribution").notNull(),
  currentVersion: integer("current_version"),
  /** When the version in force came into force; a restored one comes again. */
  switchedAt: at("switched_at").notNull().defaultNow(),
  needWeights: jsonb("need_weights").$type<Record<string, number>>().notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** One load of a place's files. Everything of the version goes when its row is deleted. */
export const dataVersion = pgTable(
  "data_version",
  {
    placeId: text("place_id")
      .notNull()
      .references(() => place.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    status: text("status", { enum: VERSION_STATUSES }).notNull(),
    recipe: jsonb("recipe").$type<Recipe>().notNull(),
    counts: jsonb("counts").$type<Record<string, number>>().notNull().default({}),
    /** What is other than in the version that was current before; null for a place's first. */
    changes: jsonb("changes").$type<VersionChanges>(),
    createdAt: at("created_at").notNull().defaultNow(),
    readyAt: at("ready_at"),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version] }),
    check("data_version_status", sql`${table.status} in ('loading', 'ready', 'failed')`),
  ],
);

const ofVersion = () => ({ placeId: text("place_id").notNull(), version: integer("version").notNull() });

const versionKey = (name: string, table: { placeId: AnyPgColumn; version: AnyPgColumn }) =>
  foreignKey({
    name: `${name}_version_fk`,
    columns: [table.placeId, table.version],
    foreignColumns: [dataVersion.placeId, dataVersion.version],
  }).onDelete("cascade");

/** A file that the version was built from, as the recipe named it and as it was counted. */
export const sourceFile = pgTable(
  "source_file",
  {
    ...ofVersion(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    publisher: text("publisher").notNull(),
    licence: text("licence").notNull(),
    vintage: text("vintage").notNull(),
    url: text("url"),
    note: text("note"),
    path: text("path").notNull(),
    /** As measured, of the uncompressed bytes. */
    sha256: text("sha256").notNull(),
    /** As counted, before any were left out. */
    rows: integer("rows").notNull(),
    role: text("role").notNull(),
    /** Day by which newer figures are expected. */
    due: date("due", { mode: "string" }),
    /** Wards of the place that the file has something about; null for a file that is not about areas. */
    wardsMatched: integer("wards_matched"),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.version, table.id] }), versionKey("source_file", table)],
);

/** A row of a file that was not taken, and why. */
export const fault = pgTable(
  "fault",
  {
    ...ofVersion(),
    seq: integer("seq").notNull(),
    file: text("file").notNull(),
    row: integer("row"),
    field: text("field"),
    reason: text("reason").notNull(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.version, table.seq] }), versionKey("fault", table)],
);

/** A ward; `seq` is its row in the arrays. */
export const ward = pgTable(
  "ward",
  {
    ...ofVersion(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    nameWelsh: text("name_welsh"),
    geom: geometry("geom", { kind: "MultiPolygon" }).notNull(),
    labelLon: doublePrecision("label_lon").notNull(),
    labelLat: doublePrecision("label_lat").notNull(),
    areaHectares: doublePrecision("area_hectares").notNull(),
    /** Least distance to the border of the place; 0 for a ward that touches it. */
    borderMetres: doublePrecision("border_metres").notNull().default(0),
    seq: integer("seq").notNull(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.version, table.code] }), versionKey("ward", table)],
);

/** A small area; `seq` is its row in the arrays. */
export const smallArea = pgTable(
  "small_area",
  {
    ...ofVersion(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    geom: geometry("geom", { kind: "MultiPolygon" }).notNull(),
    seq: integer("seq").notNull(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.version, table.code] }), versionKey("small_area", table)],
);

/** A ward as it was drawn in another year. */
export const otherWard = pgTable(
  "other_ward",
  {
    ...ofVersion(),
    sourceId: text("source_id").notNull(),
    year: integer("year").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    geom: geometry("geom", { kind: "MultiPolygon" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.sourceId, table.code] }),
    versionKey("other_ward", table),
  ],
);

/** The share of an old ward's people that lives in one of today's wards; shares of an old ward add up to 1. */
export const wardOverlap = pgTable(
  "ward_overlap",
  {
    ...ofVersion(),
    sourceId: text("source_id").notNull(),
    fromCode: text("from_code").notNull(),
    toCode: text("to_code").notNull(),
    share: doublePrecision("share").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.sourceId, table.fromCode, table.toCode] }),
    versionKey("ward_overlap", table),
  ],
);

/**
 * One small area in one ward, or an area over the border (no ward), with its people by single year of age, 0 to 90 and
 * over; fractions stay.
 */
export const cell = pgTable(
  "cell",
  {
    ...ofVersion(),
    seq: integer("seq").notNull(),
    areaCode: text("area_code"),
    wardCode: text("ward_code"),
    people: doublePrecision("people").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.seq] }),
    versionKey("cell", table),
    check("cell_people_ages", sql`array_length(${table.people}, 1) = 91`),
  ],
);

/** A place with people in it: a postcode, or a point inside a small area. */
export const demandPoint = pgTable(
  "demand_point",
  {
    ...ofVersion(),
    seq: integer("seq").notNull(),
    label: text("label").notNull(),
    street: text("street"),
    lon: doublePrecision("lon").notNull(),
    lat: doublePrecision("lat").notNull(),
    cellSeq: integer("cell_seq").notNull(),
    /** Null over the border. */
    wardCode: text("ward_code"),
    areaCode: text("area_code"),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.seq] }),
    versionKey("demand_point", table),
    index("demand_point_label").on(
      table.placeId,
      table.version,
      sql`(upper(replace(${table.label}, ' ', ''))) text_pattern_ops`,
    ),
  ],
);

/** A figure kept for every small area, or for every ward where it is published for wards alone. */
export const indicator = pgTable(
  "indicator",
  {
    ...ofVersion(),
    id: text("id").notNull(),
    title: text("title").notNull(),
    unit: text("unit").notNull(),
    theme: text("theme").notNull(),
    higherIsMoreNeed: boolean("higher_is_more_need").notNull(),
    vintage: text("vintage").notNull(),
    sourceId: text("source_id").notNull(),
    of: text("of", { enum: INDICATOR_UNITS }).notNull().default("small-areas"),
    /** Year of the wards that the figures were counted on, where they were carried over from other ones. */
    carriedFrom: integer("carried_from"),
    /** The wider area that the file covers, the mean of its small areas, each counted once, and how many they are. */
    widerName: text("wider_name"),
    widerMean: doublePrecision("wider_mean"),
    widerAreas: integer("wider_areas"),
    seq: integer("seq").notNull(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.version, table.id] }), versionKey("indicator", table)],
);

/** An indicator's value in a small area; null where the source has none. */
export const indicatorValue = pgTable(
  "indicator_value",
  {
    ...ofVersion(),
    indicatorId: text("indicator_id").notNull(),
    areaCode: text("area_code").notNull(),
    value: doublePrecision("value"),
    /** How many people or households it is a share of, where it was worked out from counts. */
    counted: doublePrecision("counted"),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.indicatorId, table.areaCode] }),
    versionKey("indicator_value", table),
  ],
);

/** An indicator's value in a ward, where it is kept for wards; null where the source has none. */
export const wardValue = pgTable(
  "ward_value",
  {
    ...ofVersion(),
    indicatorId: text("indicator_id").notNull(),
    wardCode: text("ward_code").notNull(),
    value: doublePrecision("value"),
    /** As for a small area; carried over from other wards it need not be whole. */
    counted: doublePrecision("counted"),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.indicatorId, table.wardCode] }),
    versionKey("ward_value", table),
  ],
);

/** An indicator at another date, for its trend. */
export const vintage = pgTable(
  "vintage",
  {
    ...ofVersion(),
    indicatorId: text("indicator_id").notNull(),
    year: integer("year").notNull(),
    unit: text("unit").notNull(),
    higherIsMoreNeed: boolean("higher_is_more_need").notNull(),
    /** Whether its figures, or only the places of wards, can be set beside those of the other dates. */
    compare: text("compare", { enum: COMPARISONS }).notNull(),
    sourceId: text("source_id").notNull(),
    /** Year of the small areas that it was counted on, where it was carried over to today's. */
    carriedFrom: integer("carried_from"),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.indicatorId, table.year] }),
    versionKey("vintage", table),
  ],
);

/** An indicator's value in a small area of today at another date; null where the source has none. */
export const vintageValue = pgTable(
  "vintage_value",
  {
    ...ofVersion(),
    indicatorId: text("indicator_id").notNull(),
    year: integer("year").notNull(),
    areaCode: text("area_code").notNull(),
    value: doublePrecision("value"),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.indicatorId, table.year, table.areaCode] }),
    versionKey("vintage_value", table),
  ],
);

/** A kind of service, with the question it starts from. */
export const serviceType = pgTable(
  "service_type",
  {
    ...ofVersion(),
    id: text("id").notNull(),
    definition: jsonb("definition").$type<ServiceType>().notNull(),
    sourceId: text("source_id").notNull(),
    /** Whether services and people over the border are loaded for it. */
    neighboursKnown: boolean("neighbours_known").notNull().default(false),
    seq: integer("seq").notNull(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.version, table.id] }), versionKey("service_type", table)],
);

/** One service at one place. Capacity is null where none is published; ward is null over the border. */
export const service = pgTable(
  "service",
  {
    ...ofVersion(),
    id: text("id").notNull(),
    type: text("type").notNull(),
    name: text("name").notNull(),
    organisation: text("organisation"),
    legalForm: text("legal_form").$type<LegalForm>(),
    address: text("address"),
    postcode: text("postcode"),
    lon: doublePrecision("lon").notNull(),
    lat: doublePrecision("lat").notNull(),
    wardCode: text("ward_code"),
    capacity: doublePrecision("capacity"),
    checked: boolean("checked").notNull(),
    checkedOn: date("checked_on", { mode: "string" }),
    times: text("times"),
    cost: text("cost"),
    phone: text("phone"),
    website: text("website"),
    sourceId: text("source_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.version, table.id] }),
    versionKey("service", table),
    index("service_by_type").on(table.placeId, table.version, table.type),
    check("service_capacity", sql`${table.capacity} >= 0`),
  ],
);

/** An organisation that could provide services: no place on the map, no coverage. */
export const organisation = pgTable(
  "organisation",
  {
    ...ofVersion(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    legalForm: text("legal_form").$type<LegalForm>(),
    kind: text("kind"),
    activities: text("activities"),
    companyNumber: text("company_number"),
    registeredOn: date("registered_on", { mode: "string" }),
    postcode: text("postcode"),
    website: text("website"),
    sourceId: text("source_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.version, table.id] }), versionKey("organisation", table)],
);

/** Water, green, roads and streets to draw beneath the wards. */
export const basemapFeature = pgTable(
  "basemap_feature",
  {
    ...ofVersion(),
    seq: integer("seq").notNull(),
    kind: text("kind").notNull(),
    name: text("name"),
    geom: geometry("geom", { kind: "Geometry" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.version, table.seq] }), versionKey("basemap_feature", table)],
);
