import { LEGAL_FORMS } from "@needs-map/shared/domain/legal-forms";
import { readNumber } from "../formats/number.ts";
import { coordinates } from "./coordinates.ts";
import { EPRACCUR_HEADINGS, isEpraccur } from "./epraccur.ts";
import { facilityColumn, filled, HEADINGS, headed, type Meaning, mostly, postcodeColumn } from "./headings.ts";
import { leastSure, type Only, type Recognised, type ServiceColumns, type Took } from "./recognised.ts";
import { kindNamed } from "./service-kinds.ts";
import type { Column, Surveyed } from "./survey.ts";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Details of a service that a single column has, and how they are told. */
const DETAILS: readonly (readonly [Meaning & keyof ServiceColumns, string])[] = [
  ["organisation", "organisation that runs it"],
  ["phone", "telephone"],
  ["website", "website"],
  ["times", "times"],
  ["cost", "cost"],
  ["checked", "whether it was checked"],
  ["checkedOn", "when it was checked"],
];

/** Rows of a register that are no longer, or not yet, open. */
const STATES: readonly (readonly [heading: RegExp, wanted: RegExp])[] = [
  [/^establishmentstatus(name)?$/, /^open/i],
  [/^organisationstatus$/, /^visible$/i],
  [/^locationstatus$/, /^(active|registered)$/i],
  [/^carehome$/, /^(y|yes|true)$/i],
];

/** Services with a name and a place: coordinates, a shape, or a postcode. */
export function asServices(given: Surveyed): Recognised<"services"> | null {
  const file = isEpraccur(given) ? withHeadings(given) : given;
  const name = facilityColumn(file.columns);
  const postcode = postcodeColumn(file.columns);
  const at = file.geometry === null ? coordinates(file.columns) : null;
  if (!name || (!postcode && !at && file.geometry === null)) return null;
  const rest = file.columns.filter((column) => column !== name.column && column !== postcode?.column);
  const columns: ServiceColumns = { name: name.column.name };
  const took: Took[] = [{ column: name.column.name, as: "name", sure: name.sure }];
  const take = (meaning: string, column: string, as: string, sure: Took["sure"] = "certain") => {
    columns[meaning as "id"] = column;
    took.push({ column, as, sure });
  };
  if (postcode) take("postcode", postcode.column.name, "postcode", postcode.sure);
  if (at) {
    take("lon", at.lon.name, at.crs === "EPSG:4326" ? "longitude" : "easting, metres", at.sure);
    take("lat", at.lat.name, at.crs === "EPSG:4326" ? "latitude" : "northing, metres", at.sure);
  }
  const id = rest.filter(({ key }) => HEADINGS.id.test(key)).find((column) => identifies(column, file.rows));
  if (id) take("id", id.name, "id");
  for (const [meaning, as] of DETAILS) {
    const column = headed(rest, meaning);
    if (column && column !== id && filled(column).length > 0) take(meaning, column.name, as);
  }
  const form = headed(rest, "legalForm");
  if (form && mostly(form, (text) => (LEGAL_FORMS as readonly string[]).includes(text)))
    take("legalForm", form.name, "legal form");
  const capacity = rest.find(
    (column) => HEADINGS.capacity.test(column.key) && column.values.some((text) => (readNumber(text) ?? -1) >= 0),
  );
  if (capacity) take("capacity", capacity.name, "places");
  const whole = rest.filter(({ key }) => /^(full|site)?address$/.test(key));
  const lines = whole.length > 0 ? whole.slice(0, 1) : rest.filter(({ key }) => HEADINGS.address.test(key));
  const address = lines.map((column) => column.name);
  if (address.length > 0) {
    columns.address = address.length === 1 ? (address[0] ?? address) : address;
    took.push({ column: address.join(" + "), as: "address", sure: "certain" });
  }
  const days = DAYS.map((day) => rest.find(({ key }) => key.includes(day))?.name).filter(
    (column) => column !== undefined,
  );
  if (days.length === 7) took.push({ column: `${days[0]} … ${days[6]}`, as: "opening hours by day", sure: "certain" });
  const only = openOnly(file);
  took.push(
    ...Object.entries(only).map(([column, values]) => ({
      column,
      as: `only rows of "${typeof values === "string" ? values : values.join('", "')}"`,
      sure: "certain" as const,
    })),
  );
  const type = typeColumn(file, rest);
  if (type) took.push({ column: type.name, as: "kind of service", sure: "likely" });
  return {
    file,
    draft: {
      role: "services",
      title: titleOf(file),
      columns,
      crs: at?.crs ?? "EPSG:4326",
      openingHours: days.length === 7 ? days : null,
      nameless: null,
      only,
      typeColumn: type?.name ?? null,
    },
    sure: leastSure([name.sure, postcode?.sure ?? at?.sure ?? "certain"]),
    took,
  };
}

/** Whether a column tells every row from every other. */
const identifies = (column: Column, rows: number) =>
  !column.values.includes("") &&
  new Set(column.values).size === column.values.length &&
  column.distinct.size >= Math.min(rows, column.distinct.size);

function openOnly({ columns, reading }: Surveyed): Only {
  const only: Only = {};
  if (reading.headings === EPRACCUR_HEADINGS) Object.assign(only, { status: "A", "prescribing setting": "4" });
  for (const [heading, wanted] of STATES) {
    const column = columns.find(({ key }) => heading.test(key));
    const values = [...(column?.distinct ?? [])].filter((text) => wanted.test(text));
    if (column && values.length > 0 && values.length < column.distinct.size) only[column.name] = values;
  }
  return only;
}

/** What the file is a list of: the one kind that its rows name, else its headings, else its own title. */
function titleOf({ title, columns, reading }: Surveyed): string {
  if (reading.headings === EPRACCUR_HEADINGS) return "General practices";
  const kind = columns.find(({ key, distinct }) => key === "organisationtype" && distinct.size === 1);
  const named = kind ? [...kind.distinct][0] : undefined;
  if (named && kindNamed(named)) return named;
  if (kindNamed(title)) return title;
  if (columns.some(({ key }) => key === "carehomesbeds")) return "Care homes";
  const byHeading = columns
    .map(({ name }) => name)
    .find((name) => /establishmentname|pharmacy_?name|schoolname|libraryname/i.test(name));
  return byHeading ?? title;
}

const MOST_KINDS = 15;

/** A column that parts one list into kinds, where the title itself names none. */
function typeColumn({ title, rows }: Surveyed, columns: readonly Column[]): Column | null {
  if (kindNamed(title)) return null;
  const column = headed(columns, "type");
  if (!column || column.distinct.has("") || column.distinct.size < 2) return null;
  return column.distinct.size <= Math.min(MOST_KINDS, rows / 2) ? column : null;
}

const withHeadings = (file: Surveyed): Surveyed => ({
  ...file,
  reading: { ...file.reading, headings: EPRACCUR_HEADINGS },
  columns: file.columns.map((column, at) => ({
    ...column,
    name: EPRACCUR_HEADINGS[at] ?? column.name,
    key: (EPRACCUR_HEADINGS[at] ?? column.name).replaceAll(/[^a-z0-9]/g, ""),
  })),
});
