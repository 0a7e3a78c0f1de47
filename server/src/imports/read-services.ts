import type { ServicesFile } from "@needs-map/shared/contract/recipe";
import { LEGAL_FORMS, type Service } from "@needs-map/shared/contract/service";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import { type Cell, readCsv } from "./csv-table.ts";
import { isOnEarth, property, readFeatures } from "./geojson-features.ts";
import { openingHours } from "./opening-hours.ts";
import type { Boundaries } from "./read-boundaries.ts";
import { isMissing, readNumber } from "./read-number.ts";
import type { DemandPoint } from "./read-postcodes.ts";

type File = z.infer<typeof ServicesFile>;

export interface ServicesRead {
  readonly services: readonly (Omit<Service, "ward"> & { readonly ward: number; readonly source: string })[];
  readonly faults: readonly Fault[];
  /** Services over the border, left out because the people there are not loaded. */
  readonly outside: number;
}

interface Surroundings {
  readonly wards: Boundaries;
  readonly types: ReadonlySet<string>;
  /** Ids already taken in this version; those of this file are added. */
  readonly taken: Set<string>;
  readonly postcodes: readonly DemandPoint[];
}

/**
 * Reads services. One without coordinates stands at its postcode; a capacity that is not published stays missing.
 * A row that cannot be placed is a fault; a detail that cannot be read is a fault too, and is left empty.
 */
export function readServices(
  file: File,
  bytes: Buffer,
  { wards, types, taken, postcodes }: Surroundings,
): ServicesRead {
  const { columns } = file;
  const services: ServicesRead["services"][number][] = [];
  const faults: Fault[] = [];
  const postcodeAt = new Map(postcodes.map((point) => [squeezed(point.label), point]));
  let outside = 0;

  const take = (row: number, raw: Cell, position: readonly [number, number] | null) => {
    const cell = (column: string | undefined) => (isMissing(file, raw(column)) ? "" : raw(column));
    const optional = (column: string | undefined) => cell(column) || null;
    const fault = (field: string | undefined, reason: string) =>
      void faults.push({ file: file.path, row, field: field ?? null, reason });

    const name = cell(columns.name);
    if (name === "") return fault(columns.name, "There is no name");
    const type = typeof file.serviceType === "string" ? file.serviceType : cell(file.serviceType.column);
    if (!types.has(type)) return fault(columnOf(file), `"${type}" is not a service type of the place`);
    const id = columns.id === undefined ? `${file.id}-${row}` : cell(columns.id);
    if (id === "") return fault(columns.id, "There is no id");
    if (taken.has(id)) return fault(columns.id, `The id ${id} comes twice; the first counts`);

    const at = position ?? postcodeAt.get(squeezed(cell(columns.postcode)));
    if (at === undefined)
      return fault(columns.postcode, `${name} has no coordinates, and its postcode is not in the place`);
    const [lon, lat] = "label" in at ? [at.lon, at.lat] : at;
    if (!isOnEarth([lon, lat])) return fault(columns.lat, `${lon}, ${lat} is not a longitude and latitude`);
    const ward = "label" in at ? at.ward : wards.locate(lon, lat);
    if (ward < 0) {
      outside++;
      return;
    }

    const spelt = cell(columns.capacity);
    const number = readNumber(spelt);
    const capacity = number !== null && number >= 0 ? number : null;
    if (spelt !== "" && capacity === null)
      fault(columns.capacity, `"${spelt}" is not a number of places; it counts as missing`);
    const form = cell(columns.legalForm);
    const legalForm = LEGAL_FORMS.find((known) => known === form) ?? null;
    if (form !== "" && legalForm === null) fault(columns.legalForm, `"${form}" is not a known legal form`);
    const checked = readChecked(cell(columns.checked));
    if (checked === null)
      fault(columns.checked, `"${cell(columns.checked)}" is not yes or no; it counts as not checked`);
    const date = cell(columns.checkedOn);
    const checkedOn = isDate(date) ? date : null;
    if (date !== "" && checkedOn === null) fault(columns.checkedOn, `"${date}" is not a date like 2025-03-31`);

    taken.add(id);
    services.push({
      id,
      type,
      name,
      organisation: optional(columns.organisation),
      legalForm,
      address: optional(columns.address),
      postcode: optional(columns.postcode),
      lon,
      lat,
      ward,
      capacity,
      checked: checked ?? false,
      checkedOn,
      times: optional(columns.times) ?? openingHours((file.openingHours ?? []).map(cell)),
      cost: optional(columns.cost),
      phone: optional(columns.phone),
      website: optional(columns.website),
      source: file.id,
    });
  };

  if (file.format === "geojson") {
    readFeatures(file, bytes).forEach((feature, at) => {
      const [lon, lat] = feature.geometry?.type === "Point" ? feature.geometry.coordinates : [];
      const position = lon === undefined || lat === undefined ? null : ([lon, lat] as const);
      take(at + 1, (column) => property(feature, column), position);
    });
    return { services, faults, outside };
  }
  const needed = [...Object.values(columns), ...(file.openingHours ?? []), columnOf(file)];
  const misshapen = readCsv(file, bytes, needed, (cell, row) => {
    const lon = readNumber(cell(columns.lon));
    const lat = readNumber(cell(columns.lat));
    take(row, cell, lon === null || lat === null ? null : [lon, lat]);
  });
  return { services, faults: [...misshapen, ...faults], outside };
}

const squeezed = (postcode: string) => postcode.replaceAll(" ", "").toUpperCase();

const columnOf = (file: File) => (typeof file.serviceType === "string" ? undefined : file.serviceType.column);

/** A published register without such a column counts as checked. */
function readChecked(text: string): boolean | null {
  if (/^(|yes|true|y|1)$/i.test(text)) return true;
  return /^(no|false|n|0)$/i.test(text) ? false : null;
}

const isDate = (text: string) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return time !== null && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
};
