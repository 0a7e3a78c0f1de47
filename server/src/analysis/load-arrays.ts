import { formRow } from "@needs-map/shared/domain/gap/providers";
import type { Unit } from "@needs-map/shared/domain/gap/settings";
import { AGES, type PlaceArrays, type ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import type { Db } from "../db/connect.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import {
  cells,
  demandPoints,
  indicators as findIndicators,
  indicatorValues,
  neighboursKnown,
  servicesOfType,
  smallAreaCodes,
  wardCodes,
} from "./queries.ts";

/** An unchecked or stale record counts half. */
const UNCHECKED = 0.5;

const rowsOf = (codes: readonly string[]) => new Map(codes.map((code, row) => [code, row]));

/** Row of a code; −1 when there is none, or when it is outside the place. */
const rowIn = (rows: ReadonlyMap<string, number>, code: string | null) => (code === null ? -1 : (rows.get(code) ?? -1));

/** The people and indicators of one version of a place as flat arrays; rows in the order of the tables. */
export async function loadPlaceArrays(db: Db, at: PlaceVersion): Promise<PlaceArrays> {
  const [wards, areas, cellRows, points, indicators, values] = await Promise.all([
    wardCodes(db, at),
    smallAreaCodes(db, at),
    cells(db, at),
    demandPoints(db, at),
    findIndicators(db, at),
    indicatorValues(db, at),
  ]);
  const wardRows = rowsOf(wards);
  const areaRows = rowsOf(areas);
  const cellAt = new Map(cellRows.map(({ seq }, row) => [seq, row]));
  const cellPeople = new Float64Array(cellRows.length * AGES);
  cellRows.forEach(({ people }, row) => {
    cellPeople.set(people, row * AGES);
  });
  return {
    wards,
    areas,
    people: {
      lon: Float64Array.from(points, ({ lon }) => lon),
      lat: Float64Array.from(points, ({ lat }) => lat),
      ward: Int32Array.from(points, (point) => rowIn(wardRows, point.ward)),
      area: Int32Array.from(points, (point) => rowIn(areaRows, point.area)),
      cell: Int32Array.from(points, (point) => cellAt.get(point.cell) ?? -1),
      cellPeople,
    },
    indicators: indicators.map((indicator) => {
      const ofArea = new Map(
        values.filter(({ indicator: id }) => id === indicator.id).map((row) => [row.area, row.value]),
      );
      return { ...indicator, values: Float64Array.from(areas, (code) => ofArea.get(code) ?? Number.NaN) };
    }),
  };
}

/** The services of one type as flat arrays; capacity is 1 a service where the unit is sites. */
export async function loadServiceArrays(
  db: Db,
  at: PlaceVersion,
  type: string,
  unit: Unit,
  wards: readonly string[],
): Promise<ServiceArrays> {
  const [services, known] = await Promise.all([servicesOfType(db, at, type), neighboursKnown(db, at, type)]);
  const wardRows = rowsOf(wards);
  return {
    lon: Float64Array.from(services, ({ lon }) => lon),
    lat: Float64Array.from(services, ({ lat }) => lat),
    capacity: Float64Array.from(services, ({ capacity }) => (unit === "sites" ? 1 : (capacity ?? Number.NaN))),
    confidence: Float64Array.from(services, ({ checked }) => (checked ? 1 : UNCHECKED)),
    ward: Int32Array.from(services, ({ ward }) => rowIn(wardRows, ward)),
    form: Int32Array.from(services, ({ legalForm }) => formRow(legalForm)),
    neighboursKnown: known,
  };
}
