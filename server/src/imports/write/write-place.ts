import type { Recipe } from "@needs-map/shared/contract/recipe";
import type { Fault } from "@needs-map/shared/contract/source";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../db/connect.ts";
import * as schema from "../../db/schema.ts";
import type { OnProgress } from "../progress.ts";
import type { BoundaryUnit } from "../read/boundaries.ts";
import type { IndicatorRead } from "../read/indicators.ts";
import type { PlaceRead } from "../read/place.ts";
import type { Version } from "./claim.ts";
import { type Column, fromGeoJson, insertRows, soundAreas } from "./insert-rows.ts";

const text = <Row>(name: string, of: (row: Row) => string | null): Column<Row> => ({ name, type: "text", of });
const real = <Row>(name: string, of: (row: Row) => number | null): Column<Row> => ({
  name,
  type: "double precision",
  of,
});
const whole = <Row>(name: string, of: (row: Row) => number | null): Column<Row> => ({ name, type: "integer", of });
const flag = <Row>(name: string, of: (row: Row) => boolean): Column<Row> => ({ name, type: "boolean", of });
const turned = <Row>(name: string, as: (value: SQL) => SQL, of: (row: Row) => string | null): Column<Row> => ({
  name,
  type: "text",
  as,
  of,
});
const seq = { name: "seq", type: "integer", of: (_: unknown, at: number) => at } as const;

const asJson = (value: SQL) => sql`${value}::jsonb`;
const asNumbers = (value: SQL) => sql`${value}::double precision[]`;
const asDate = (value: SQL) => sql`${value}::date`;

/** Writes everything of a place under its new version, which nobody reads until it is switched to. */
export async function writePlace(
  db: Db,
  { place, version }: Version,
  recipe: Recipe,
  read: PlaceRead,
  faults: readonly Fault[],
  onProgress: OnProgress,
): Promise<void> {
  const { wards, areas, demand, indicators } = read;
  const jobs: { step: string; rows: number; write: (onBatch: (written: number) => void) => Promise<void> }[] = [];
  const plan = <Row>(step: string, table: PgTable, rows: readonly Row[], columns: readonly Column<NoInfer<Row>>[]) =>
    jobs.push({
      step,
      rows: rows.length,
      write: (onBatch) => insertRows(db, table, { place_id: place, version }, columns, rows, onBatch),
    });
  const code = (units: readonly BoundaryUnit[], row: number | undefined) => units[row ?? -1]?.code ?? null;
  const ward = (row: number | undefined) => code(wards.units, row);
  const area = (row: number | undefined) => code(areas.units, row);
  const shape = <Row extends { shape: unknown }>(as: (value: SQL) => SQL) =>
    turned<Row>("geom", as, (row) => JSON.stringify(row.shape));

  plan("sources", schema.sourceFile, read.sources, [
    text("id", ({ file }) => file.id),
    text("title", ({ file }) => file.title),
    text("publisher", ({ file }) => file.publisher),
    text("licence", ({ file }) => file.licence),
    text("vintage", ({ file }) => file.vintage),
    text("url", ({ file }) => file.url),
    text("note", ({ file }) => file.note ?? null),
    text("path", ({ file }) => file.path),
    text("sha256", ({ local }) => local.sha256),
    whole("rows", ({ rows }) => rows),
    turned("due", asDate, ({ file }) => file.due ?? null),
    whole("wards_matched", ({ wardsMatched }) => wardsMatched),
    text("role", ({ file }) => file.role),
  ]);
  plan("wards", schema.ward, wards.units, [
    seq,
    text("code", (unit) => unit.code),
    text("name", (unit) => unit.name),
    text("name_welsh", (unit) => unit.nameWelsh),
    shape(soundAreas),
    real("label_lon", (unit) => unit.inside[0]),
    real("label_lat", (unit) => unit.inside[1]),
    turned("area_hectares", hectares, (unit) => JSON.stringify(unit.shape)),
  ]);
  plan("small areas", schema.smallArea, areas.units, [
    seq,
    text("code", (unit) => unit.code),
    text("name", (unit) => unit.name),
    shape(soundAreas),
  ]);
  for (const old of read.otherWards) {
    plan(`wards of ${old.year}`, schema.otherWard, old.units, [
      text("source_id", () => old.source),
      whole("year", () => old.year),
      text("code", (unit) => unit.code),
      text("name", (unit) => unit.name),
      shape(soundAreas),
    ]);
    plan(`wards of ${old.year}`, schema.wardOverlap, Array.from(old.overlap.from.keys()), [
      text("source_id", () => old.source),
      text("from_code", (row) => code(old.units, old.overlap.from[row])),
      text("to_code", (row) => ward(old.overlap.to[row])),
      real("share", (row) => old.overlap.share[row] ?? 0),
    ]);
  }
  plan("people", schema.cell, Array.from(demand.cells.points.keys()), [
    seq,
    text("area_code", (cell) => area(demand.cells.area[cell])),
    text("ward_code", (cell) => ward(demand.cells.ward[cell])),
    turned("people", asNumbers, (cell) => `{${demand.people.subarray(cell * AGES, (cell + 1) * AGES).join(",")}}`),
  ]);
  plan("postcodes", schema.demandPoint, demand.points, [
    seq,
    { name: "cell_seq", type: "integer", of: (_, at) => demand.cellOf[at] ?? null },
    text("label", (point) => point.label),
    text("street", (point) => point.street),
    real("lon", (point) => point.lon),
    real("lat", (point) => point.lat),
    text("ward_code", (point) => ward(point.ward)),
    text("area_code", (point) => area(point.area)),
  ]);
  plan("indicators", schema.indicator, indicators, [
    seq,
    text("id", (indicator) => indicator.id),
    text("title", (indicator) => indicator.title),
    text("unit", (indicator) => indicator.unit),
    text("theme", (indicator) => indicator.theme),
    flag("higher_is_more_need", (indicator) => indicator.higherIsMoreNeed),
    text("vintage", (indicator) => indicator.vintage),
    text("source_id", (indicator) => indicator.source),
    text("of", (indicator) => indicator.of),
    whole("carried_from", (indicator) => indicator.carriedFrom),
    text("wider_name", ({ wider }) => wider?.name ?? null),
    real("wider_mean", ({ wider }) => wider?.mean ?? null),
    whole("wider_areas", ({ wider }) => wider?.areas ?? null),
  ]);
  const ofUnits = (units: IndicatorRead["of"]) =>
    indicators
      .filter((indicator) => indicator.of === units)
      .flatMap(({ id, values, counted }) =>
        values.map((value, row) => ({ indicator: id, row, value, counted: counted?.[row] ?? null })),
      );
  plan("indicator values", schema.indicatorValue, ofUnits("small-areas"), [
    text("indicator_id", (value) => value.indicator),
    text("area_code", (value) => area(value.row)),
    real("value", (value) => value.value),
    real("counted", (value) => value.counted),
  ]);
  plan("ward values", schema.wardValue, ofUnits("wards"), [
    text("indicator_id", (value) => value.indicator),
    text("ward_code", (value) => ward(value.row)),
    real("value", (value) => value.value),
    real("counted", (value) => value.counted),
  ]);
  plan("other dates", schema.vintage, read.vintages, [
    text("indicator_id", (vintage) => vintage.indicator),
    whole("year", (vintage) => vintage.year),
    text("unit", (vintage) => vintage.unit),
    flag("higher_is_more_need", (vintage) => vintage.higherIsMoreNeed),
    text("compare", (vintage) => vintage.compare),
    text("source_id", (vintage) => vintage.source),
    whole("carried_from", (vintage) => vintage.carriedFrom),
  ]);
  const ofDates = read.vintages.flatMap(({ indicator, year, values }) =>
    values.map((value, row) => ({ indicator, year, row, value })),
  );
  plan("values of other dates", schema.vintageValue, ofDates, [
    text("indicator_id", (value) => value.indicator),
    whole("year", (value) => value.year),
    text("area_code", (value) => area(value.row)),
    real("value", (value) => value.value),
  ]);
  plan("service types", schema.serviceType, recipe.serviceTypes, [
    seq,
    text("id", (type) => type.id),
    turned("definition", asJson, (type) => JSON.stringify(type)),
    text("source_id", (type) => sourceOfType(recipe, type.id)),
    flag("neighbours_known", (type) => neighboursKnown(recipe, type.id)),
  ]);
  plan("services", schema.service, read.services, [
    text("id", (service) => service.id),
    text("type", (service) => service.type),
    text("name", (service) => service.name),
    text("organisation", (service) => service.organisation),
    text("legal_form", (service) => service.legalForm),
    text("address", (service) => service.address),
    text("postcode", (service) => service.postcode),
    real("lon", (service) => service.lon),
    real("lat", (service) => service.lat),
    text("ward_code", (service) => ward(service.ward)),
    real("capacity", (service) => service.capacity),
    flag("checked", (service) => service.checked),
    turned("checked_on", asDate, (service) => service.checkedOn),
    text("times", (service) => service.times),
    text("cost", (service) => service.cost),
    text("phone", (service) => service.phone),
    text("website", (service) => service.website),
    text("source_id", (service) => service.source),
  ]);
  plan("organisations", schema.organisation, read.organisations, [
    text("id", (organisation) => organisation.id),
    text("name", (organisation) => organisation.name),
    text("legal_form", (organisation) => organisation.legalForm),
    text("kind", (organisation) => organisation.kind),
    text("activities", (organisation) => organisation.activities),
    text("company_number", (organisation) => organisation.companyNumber),
    turned("registered_on", asDate, (organisation) => organisation.registeredOn),
    text("postcode", (organisation) => organisation.postcode),
    text("website", (organisation) => organisation.website),
    text("source_id", (organisation) => organisation.source),
  ]);
  plan("basemap", schema.basemapFeature, read.basemap, [
    seq,
    text("kind", (feature) => feature.kind),
    text("name", (feature) => feature.name),
    shape(fromGeoJson),
  ]);

  plan("faults", schema.fault, faults, [
    seq,
    text("file", (fault) => fault.file),
    whole("row", (fault) => fault.row),
    text("field", (fault) => fault.field),
    text("reason", (fault) => fault.reason),
  ]);
  const total = jobs.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const { step, rows, write } of jobs) {
    const before = done;
    await write((written) => onProgress({ step: `Writing ${step}`, done: before + written, total }));
    done += rows;
  }
  await measureBorder(db, { place, version });
}

/** Keeps how far each ward is from the border of the place, for saying where services beyond it matter. */
const measureBorder = (db: Db, { place, version }: Version) =>
  db.execute(sql`
    WITH border AS (
      SELECT ST_Boundary(ST_Union(geom))::geography AS line FROM ${schema.ward} WHERE place_id = ${place} AND version = ${version}
    )
    UPDATE ${schema.ward} SET border_metres = ST_Distance(geom::geography, border.line) FROM border
    WHERE place_id = ${place} AND version = ${version}`);

/** Area on the spheroid. */
const hectares = (value: SQL) => sql`ST_Area(ST_MakeValid(${fromGeoJson(value)})::geography) / 10000`;

/** Whether the recipe lists services of the type over the border, and people there. */
function neighboursKnown({ files }: Recipe, type: string): boolean {
  const listed = files.some(
    (file) =>
      file.role === "services" &&
      file.neighbours &&
      (typeof file.serviceType === "string" ? file.serviceType === type : true),
  );
  return listed && files.some((file) => file.role === "people-points" && file.neighbours);
}

/** The file that a type's services come from; the first when there are several. */
function sourceOfType(recipe: Recipe, type: string): string {
  const files = recipe.files.filter((file) => file.role === "services");
  return (
    (files.find((file) => file.serviceType === type) ?? files.find((file) => typeof file.serviceType !== "string"))
      ?.id ?? ""
  );
}
