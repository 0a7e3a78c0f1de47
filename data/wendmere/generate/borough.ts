import { drawBasemap } from "./basemap.ts";
import { geometryOf } from "./boundaries.ts";
import { EARLIER_PLANS, measureEarlier } from "./earlier.ts";
import { toDegrees } from "./ground.ts";
import { INDICATOR_PLANS, type IndicatorPlan, measure } from "./indicators.ts";
import { type Land, layOut } from "./land.ts";
import { peopleOfWards, settlePeople } from "./people.ts";
import { type NamedLine, placePostcodes } from "./postcodes.ts";
import { chance } from "./random.ts";
import { recipeOf, type SampleFile } from "./recipe.ts";
import { ROADS } from "./roads.ts";
import { openServices } from "./services.ts";
import { nameStreets } from "./street-names.ts";
import { growStreets } from "./streets.ts";
import { csv, featureCollection } from "./written.ts";

/** The seed of the sample that is kept in the repository. */
export const SEED = "wendmere-1";

const AGES = 91;
const AGE_COLUMNS = Array.from({ length: AGES }, (_, age) => (age === AGES - 1 ? "90+" : String(age)));

function streetsOf(seed: string): NamedLine[] {
  const lines = growStreets(chance(seed, "streets"));
  const names = nameStreets(
    lines,
    ROADS.map(({ name }) => name),
    chance(seed, "street names"),
  );
  return lines.map((line, row) => ({ name: names[row] ?? "", line }));
}

const peopleTable = (codes: readonly string[], people: Uint32Array): string =>
  csv(
    ["code", ...AGE_COLUMNS],
    codes.map((code, row) => [code, ...people.subarray(row * AGES, (row + 1) * AGES)]),
  );

function indicatorTable(
  land: Land,
  values: readonly (readonly (number | null)[])[],
  file: IndicatorPlan["file"],
): string {
  const plans = INDICATOR_PLANS.map((plan, at) => ({ ...plan, at })).filter((plan) => plan.file === file);
  const rows = land.areas.map(({ code }, area) => [code, ...plans.map(({ at }) => values[at]?.[area] ?? null)]);
  return csv(["code", ...plans.map(({ column }) => column)], rows);
}

/**
 * Make the whole sample borough in memory: the same seed gives the same bytes.
 *
 * @returns the text of each file by its name, recipe.json last
 */
export function makeBorough(seed: string): ReadonlyMap<string, string> {
  const land = layOut(seed);
  const streets = streetsOf(seed);
  const postcodes = placePostcodes(land, [...ROADS, ...streets], chance(seed, "postcodes"));
  const people = settlePeople(land, seed);
  const values = measure(land, people, seed);
  const earlier = measureEarlier(land, values, seed);
  const services = openServices(land, postcodes, seed);
  const basemap = drawBasemap(land, streets);
  const wardCode = (row: number) => land.wards[row]?.code ?? "";

  const files: SampleFile[] = [
    {
      path: "wards.geojson",
      rows: land.wards.length,
      text: featureCollection(
        land.wards.map(({ code, plan, region }) => ({
          properties: { code, name: plan.name },
          geometry: geometryOf(region),
        })),
      ),
    },
    {
      path: "small-areas.geojson",
      rows: land.areas.length,
      text: featureCollection(
        land.areas.map(({ code, name, ward, region }) => ({
          properties: { code, name, ward: wardCode(ward) },
          geometry: geometryOf(region),
        })),
      ),
    },
    {
      path: "people-small-areas.csv",
      rows: land.areas.length,
      text: peopleTable(
        land.areas.map(({ code }) => code),
        people,
      ),
    },
    {
      path: "people-wards.csv",
      rows: land.wards.length,
      text: peopleTable(
        land.wards.map(({ code }) => code),
        peopleOfWards(land, people),
      ),
    },
    {
      path: "postcodes.csv",
      rows: postcodes.length,
      text: csv(
        ["postcode", "ward", "area", "lon", "lat", "street"],
        postcodes.map(({ postcode, ward, area, point, street }) => [
          postcode,
          wardCode(ward),
          land.areas[area]?.code ?? "",
          ...toDegrees(point),
          street,
        ]),
      ),
    },
    { path: "deprivation.csv", rows: land.areas.length, text: indicatorTable(land, values, "deprivation") },
    { path: "households.csv", rows: land.areas.length, text: indicatorTable(land, values, "households") },
    {
      path: "earlier.csv",
      rows: land.areas.length,
      text: csv(
        ["code", ...EARLIER_PLANS.map(({ column }) => column)],
        land.areas.map(({ code }, area) => [code, ...earlier.map((ofPlan) => ofPlan[area] ?? null)]),
      ),
    },
    {
      path: "services.csv",
      rows: services.length,
      text: csv(
        [
          "id",
          "type",
          "name",
          "organisation",
          "legal_form",
          "address",
          "postcode",
          "lon",
          "lat",
          "capacity",
          "checked",
          "checked_on",
          "times",
          "cost",
          "phone",
          "website",
        ],
        services.map((one) => [
          one.id,
          one.type,
          one.name,
          one.organisation,
          one.form,
          one.address,
          one.postcode,
          one.lon,
          one.lat,
          one.capacity,
          one.checked ? "yes" : "no",
          one.checkedOn,
          one.times,
          one.cost,
          one.phone,
          one.website,
        ]),
      ),
    },
    {
      path: "basemap.geojson",
      rows: basemap.length,
      text: featureCollection(
        basemap.map(({ kind, name, geometry }) => ({
          properties: name === null ? { kind } : { kind, name },
          geometry,
        })),
      ),
    },
  ];
  return new Map([...files.map(({ path, text }) => [path, text] as const), ["recipe.json", recipeOf(files)]]);
}
