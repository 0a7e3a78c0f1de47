import type { ServicesFile } from "@needs-map/shared/contract/recipe";
import type { Service } from "@needs-map/shared/contract/service";
import type { Fault } from "@needs-map/shared/contract/source";
import type { z } from "zod";
import { type Cell, readCsv } from "../formats/csv-table.ts";
import { isOnEarth, property, readFeatures } from "../formats/geojson-features.ts";
import type { Boundaries } from "./boundaries.ts";
import { isMissing, readNumber } from "../formats/number.ts";
import type { DemandPoint } from "./postcodes.ts";
import { serviceDetails } from "./service-details.ts";

type File = z.infer<typeof ServicesFile>;
export type ServiceRead = Omit<Service, "ward"> & { readonly ward: number; readonly source: string };

export interface ServicesRead {
  readonly services: readonly ServiceRead[];
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
export function readServices(file: File, bytes: Buffer, around: Surroundings): ServicesRead {
  const { columns } = file;
  const services: ServiceRead[] = [];
  const faults: Fault[] = [];
  const postcodeAt = new Map(around.postcodes.map(({ label, lon, lat }) => [squeezed(label), [lon, lat] as const]));
  let outside = 0;

  const take = (row: number, cell: Cell, position: readonly number[] | null) => {
    const report = (column: string | undefined, reason: string) =>
      void faults.push({ file: file.path, row, field: column ?? null, reason });
    const name = cell(columns.name);
    const type = typeof file.serviceType === "string" ? file.serviceType : cell(file.serviceType.column);
    const id = columns.id === undefined ? `${file.id}-${row}` : cell(columns.id);
    if (name === "") return report(columns.name, "There is no name");
    if (!around.types.has(type)) return report(typeColumn(file), `"${type}" is not a service type of the place`);
    if (id === "") return report(columns.id, "There is no id");
    if (around.taken.has(id)) return report(columns.id, `The id ${id} comes twice; the first counts`);

    const at = position ?? postcodeAt.get(squeezed(cell(columns.postcode)));
    if (!at) return report(columns.postcode, `${name} has no coordinates, and its postcode is not in the place`);
    const [lon = Number.NaN, lat = Number.NaN] = at;
    if (!isOnEarth([lon, lat])) return report(columns.lon, `${name} has no longitude and latitude that can be read`);
    const ward = around.wards.locate(lon, lat);
    if (ward < 0) {
      outside++;
      return;
    }
    around.taken.add(id);
    services.push({ id, type, name, lon, lat, ward, ...serviceDetails(file, cell, report), source: file.id });
  };
  const unlessMissing = (text: string) => (isMissing(file, text) ? "" : text);

  if (file.format === "geojson") {
    readFeatures(file, bytes).forEach((feature, at) => {
      const position = feature.geometry?.type === "Point" ? feature.geometry.coordinates : null;
      take(at + 1, (column) => unlessMissing(property(feature, column)), position);
    });
    return { services, faults, outside };
  }
  const needed = [...Object.values(columns), ...(file.openingHours ?? []), typeColumn(file)];
  const misshapen = readCsv(file, bytes, needed, (raw, row) => {
    const cell: Cell = (column) => unlessMissing(raw(column));
    const spelt = [cell(columns.lon), cell(columns.lat)];
    const absent = spelt.every((text) => text === "");
    take(row, cell, absent ? null : spelt.map((text) => readNumber(text) ?? Number.NaN));
  });
  return { services, faults: [...misshapen, ...faults], outside };
}

const squeezed = (postcode: string) => postcode.replaceAll(" ", "").toUpperCase();

const typeColumn = (file: File) => (typeof file.serviceType === "string" ? undefined : file.serviceType.column);
