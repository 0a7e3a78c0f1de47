import type { ServicesFile } from "@needs-map/shared/contract/recipe";
import type { Service } from "@needs-map/shared/contract/service";
import type { Fault } from "@needs-map/shared/contract/source";
import { pointInside } from "@needs-map/shared/domain/geo/inside";
import type { Feature } from "geojson";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { isMissing, readNumber } from "../formats/number.ts";
import { toLonLat } from "../formats/project.ts";
import { readShapes } from "../formats/shapes.ts";
import { type Cell, readTable } from "../formats/table.ts";
import { counted } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import type { Boundaries } from "./boundaries.ts";
import { areaOf, property } from "./feature.ts";
import type { Measured } from "./measured.ts";
import { type Box, boxHolds, isOnEarth, widened } from "./position.ts";
import type { DemandPoint } from "./postcodes.ts";
import { serviceDetails } from "./service-details.ts";

type File = z.infer<typeof ServicesFile>;
/** A service; its ward is a row, −1 over the border. */
export type ServiceRead = Omit<Service, "ward"> & { readonly ward: number; readonly source: string };

export interface ServicesRead extends Measured {
  readonly services: readonly ServiceRead[];
  /** Services over the border that a list of the place itself holds: they are left out. */
  readonly outside: number;
}

interface Surroundings {
  readonly wards: Boundaries;
  readonly types: ReadonlySet<string>;
  /** Ids already taken in this version; those of this file are added. */
  readonly taken: Set<string>;
  readonly postcodes: readonly DemandPoint[];
  /** Where services over the border may be used from the place. */
  readonly near: Box;
}

/** A coordinate this far outside the place is a mistake rather than a neighbour. */
const FAR_METRES = 100_000;

/**
 * Reads services. One without coordinates stands at its postcode, and one that is an area at its widest inside point;
 * a capacity that is not published stays missing. A row that cannot be placed is a fault; a detail that cannot be read
 * is a fault too, and is left empty.
 */
export async function readServices(
  file: File,
  local: LocalFile,
  around: Surroundings,
  onProgress: OnProgress,
): Promise<ServicesRead> {
  const { columns, crs = "EPSG:4326" } = file;
  const services: ServiceRead[] = [];
  const faults: Fault[] = [];
  const postcodeAt = new Map(around.postcodes.map(({ label, lon, lat }) => [squeezed(label), [lon, lat] as const]));
  const elsewhere = file.neighbours || file.wider;
  let outside = 0;
  let placeless = 0;

  const take = (row: number, cell: Cell, position: readonly number[] | null) => {
    const report = (column: string | undefined, reason: string) =>
      void faults.push({ file: file.path, row, field: column ?? null, reason });
    const name = cell(columns.name) || (file.nameless ?? "");
    const type = typeof file.serviceType === "string" ? file.serviceType : cell(file.serviceType.column);
    const id = columns.id === undefined ? `${file.id}-${row}` : cell(columns.id);
    if (name === "") return report(columns.name, "There is no name");
    if (!around.types.has(type)) return report(typeColumn(file), `"${type}" is not a service type of the place`);
    if (id === "") return report(columns.id, "There is no id");

    const at = position ?? postcodeAt.get(squeezed(cell(columns.postcode)));
    if (!at && elsewhere) {
      placeless++;
      return;
    }
    if (!at) return report(columns.postcode, `${name} has no coordinates, and its postcode is not in the place`);
    const [lon = Number.NaN, lat = Number.NaN] = at;
    if (!isOnEarth([lon, lat])) return report(columns.lon, `${name} has no coordinates that can be read`);
    const ward = around.wards.locate(lon, lat);
    if (ward >= 0 && file.neighbours && !file.wider) return;
    if (ward < 0 && elsewhere && !(file.neighbours && boxHolds(around.near, lon, lat))) return;
    if (ward < 0 && !elsewhere) {
      const why = misplaced(lon, lat, around.wards.box);
      if (why) return report(columns.lon, `${name} ${why}`);
      outside++;
      return report(columns.lon, `${name} lies outside the place and is left out`);
    }
    if (around.taken.has(id)) return report(columns.id, `The id ${id} comes twice; the first counts`);
    around.taken.add(id);
    services.push({ id, type, name, lon, lat, ward, ...serviceDetails(file, cell, report), source: file.id });
  };
  const unlessMissing = (text: string) => (isMissing(file, text) ? "" : text);
  const result = (read: Measured): ServicesRead => ({
    ...read,
    services,
    faults: [...read.faults, ...faults, ...withoutPlace(file, placeless), ...noneHere(file, read.rows, services)],
    outside,
  });

  if (file.format === "geojson" || file.format === "shapefile") {
    const onFeature = (feature: Feature, row: number) =>
      take(row, (column) => unlessMissing(property(feature, column)), positionOf(feature));
    return result(await readShapes({ ...file, format: file.format }, local, onFeature, onProgress));
  }
  const addresses = typeof columns.address === "string" ? [columns.address] : (columns.address ?? []);
  const { address: _, ...single } = columns;
  const needed = [...Object.values(single), ...addresses, ...(file.openingHours ?? []), typeColumn(file)];
  const onRow = (raw: Cell, row: number) => {
    const cell: Cell = (column) => unlessMissing(raw(column));
    const spelt = [cell(columns.lon), cell(columns.lat)];
    if (spelt.every((text) => text === "")) return take(row, cell, null);
    const [x = Number.NaN, y = Number.NaN] = spelt.map((text) => readNumber(text) ?? Number.NaN);
    return take(row, cell, Number.isFinite(x) && Number.isFinite(y) ? toLonLat(crs, x, y) : [x, y]);
  };
  return result(await readTable({ ...file, format: file.format }, local, needed, onRow, onProgress));
}

/** A list that should have services of the place, and has none. */
function noneHere(file: File, rows: number, services: readonly ServiceRead[]): Fault[] {
  if (services.length > 0 || (file.neighbours && !file.wider)) return [];
  const reason = `None of its ${counted(rows)} rows is a service that stands in the place`;
  return [{ file: file.path, row: null, field: null, reason }];
}

/** Rows of a wider list that have no coordinates: which of them belong here cannot be said. */
function withoutPlace(file: File, rows: number): Fault[] {
  if (rows === 0) return [];
  const reason = `${counted(rows)} rows have no coordinates and no postcode of the place; they are left out`;
  return [{ file: file.path, row: null, field: null, reason }];
}

/** Where a service stands: its point, or the widest point inside its area. */
function positionOf(feature: Feature): readonly number[] | null {
  if (feature.geometry?.type === "Point") return feature.geometry.coordinates;
  const area = areaOf(feature);
  return typeof area === "string" ? null : pointInside(area);
}

/** What is wrong with coordinates that are not merely over the border; null when nothing is. */
function misplaced(lon: number, lat: number, place: Box): string | null {
  if (lon === 0 && lat === 0) return "has the coordinates 0, 0, which stand for none";
  if (boxHolds(place, lat, lon)) return "has its longitude and latitude the wrong way round";
  return boxHolds(widened(place, FAR_METRES), lon, lat) ? null : `lies at ${lon}, ${lat}, far from the place`;
}

const squeezed = (postcode: string) => postcode.replaceAll(" ", "").toUpperCase();

const typeColumn = (file: File) => (typeof file.serviceType === "string" ? undefined : file.serviceType.column);
