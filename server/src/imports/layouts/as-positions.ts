import { readNumber } from "../formats/number.ts";
import { codeColumns } from "./area-codes.ts";
import { coordinates } from "./coordinates.ts";
import { facilityColumn, headed, mostly, postcodeColumn } from "./headings.ts";
import { leastSure, type Recognised, type Took } from "./recognised.ts";
import type { Surveyed } from "./survey.ts";

/** Postcodes with coordinates, a row each, as the ONS Postcode Directory has them. */
export function asPostcodes(file: Surveyed): Recognised<"postcodes"> | null {
  const postcode = postcodeColumn(file.columns);
  const at = coordinates(file.columns);
  if (file.geometry !== null || !postcode || !at || facilityColumn(file.columns)) return null;
  const { values } = postcode.column;
  if (new Set(values).size < 0.98 * values.length) return null;
  const codes = codeColumns(file.columns);
  const ward = codes.find(({ kind }) => kind === "wards");
  const area =
    codes.find(({ kind, column }) => kind === "small-areas" && /21/.test(column.name)) ??
    codes.find(({ kind }) => kind === "small-areas") ??
    file.columns
      .filter(({ key }) => key === "area" || key === "smallarea")
      .map((column) => ({ column, sure: "likely" as const }))[0];
  const street = headed(file.columns, "street");
  const took: Took[] = [
    { column: postcode.column.name, as: "postcode", sure: postcode.sure },
    { column: at.lon.name, as: at.crs === "EPSG:4326" ? "longitude" : "easting", sure: at.sure },
    { column: at.lat.name, as: at.crs === "EPSG:4326" ? "latitude" : "northing", sure: at.sure },
    ...(ward ? [{ column: ward.column.name, as: "ward", sure: ward.sure }] : []),
    ...(area ? [{ column: area.column.name, as: "small area", sure: area.sure }] : []),
    ...(street ? [{ column: street.name, as: "street", sure: "certain" as const }] : []),
  ];
  return {
    file,
    draft: {
      role: "postcodes",
      columns: {
        postcode: postcode.column.name,
        lon: at.lon.name,
        lat: at.lat.name,
        ...(ward ? { ward: ward.column.name } : {}),
        ...(area ? { area: area.column.name } : {}),
        ...(street ? { street: street.name } : {}),
      },
      crs: at.crs,
    },
    sure: leastSure([postcode.sure, at.sure]),
    took,
  };
}

/** Where areas are, by a point each: a code and coordinates, and hardly anything else. */
export function asPoints(file: Surveyed): Recognised<"points"> | null {
  const at = coordinates(file.columns);
  const code = codeColumns(file.columns).find(({ kind }) => kind === "small-areas" || kind === "output-areas");
  if (file.geometry !== null || !at || !code || postcodeColumn(file.columns)) return null;
  const figures = file.columns.filter(
    (column) => column !== at.lon && column !== at.lat && mostly(column, (text) => readNumber(text) !== null),
  );
  if (figures.length > 3 || !unique(code.column.values)) return null;
  return {
    file,
    draft: { role: "points", code: code.column.name, lon: at.lon.name, lat: at.lat.name, crs: at.crs },
    sure: leastSure([code.sure, at.sure]),
    took: [
      { column: code.column.name, as: "code of the area", sure: code.sure },
      { column: at.lon.name, as: "longitude or easting", sure: at.sure },
      { column: at.lat.name, as: "latitude or northing", sure: at.sure },
    ],
  };
}

/** Which ward each small area is in: two codes a row, each small area once. */
export function asLookup(file: Surveyed): Recognised<"lookup"> | null {
  if (file.geometry !== null) return null;
  const codes = codeColumns(file.columns);
  const area = codes.find(({ kind, column }) => kind === "small-areas" && unique(column.values));
  const ward = codes.find(({ kind }) => kind === "wards");
  if (!area || !ward) return null;
  const figures = file.columns.filter(
    (column) => !/fid|objectid/.test(column.key) && mostly(column, (text) => readNumber(text) !== null),
  );
  if (figures.length > 1) return null;
  return {
    file,
    draft: { role: "lookup", area: area.column.name, ward: ward.column.name },
    sure: leastSure([area.sure, ward.sure]),
    took: [
      { column: area.column.name, as: "small area", sure: area.sure },
      { column: ward.column.name, as: "ward it belongs to", sure: ward.sure },
    ],
  };
}

const unique = (values: readonly string[]) => new Set(values).size === values.length;
