import { createHash } from "node:crypto";
import { Recipe } from "@needs-map/shared/contract/recipe";
import { EARLIER_PLANS } from "./earlier.ts";
import { INDICATOR_PLANS } from "./indicators.ts";
import { SERVICE_TYPES } from "./service-types.ts";

/** A file of the sample: its text and how many rows or features it holds. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
  readonly rows: number;
}

const indicators = (file: "deprivation" | "households") =>
  INDICATOR_PLANS.filter((plan) => plan.file === file).map(({ id, column, title, unit }) => ({
    id,
    column,
    title,
    unit,
    higherIsMoreNeed: true,
  }));

/**
 * The recipe that loads Wendmere by the same way as a real place.
 *
 * @throws when it is not a recipe by the contract
 */
export function recipeOf(files: readonly SampleFile[]): string {
  const described = (path: string, id: string, title: string, vintage: string) => {
    const file = files.find((one) => one.path === path);
    if (!file) throw new Error(`${path} was not made`);
    const sha256 = createHash("sha256").update(file.text).digest("hex");
    const note = "Made by the generator in data/wendmere/generate; no other original.";
    return {
      id,
      title,
      path,
      publisher: "Needs Map sample",
      licence: "CC0-1.0",
      vintage,
      url: null,
      note,
      sha256,
      rows: file.rows,
    };
  };
  const recipe = {
    place: {
      id: "wendmere",
      name: "Wendmere",
      code: "X09000001",
      sample: true,
      attribution: "Sample borough. Boundaries and figures are made up.",
    },
    files: [
      {
        role: "wards",
        format: "geojson",
        ...described("wards.geojson", "wards", "Wards (sample)", "May 2026"),
        columns: { code: "code", name: "name" },
      },
      {
        role: "small-areas",
        format: "geojson",
        ...described("small-areas.geojson", "small-areas", "Small areas (sample)", "May 2026"),
        columns: { code: "code", name: "name" },
      },
      {
        role: "people-small-areas",
        format: "csv",
        ...described(
          "people-small-areas.csv",
          "people-small-areas",
          "People by single year of age, small areas (sample)",
          "mid-2025",
        ),
        columns: { code: "code" },
        ages: { as: "years", oldest: "90+", prefix: "" },
        date: "mid-2025",
      },
      {
        role: "people-wards",
        format: "csv",
        ...described("people-wards.csv", "people-wards", "People by single year of age, wards (sample)", "mid-2025"),
        columns: { code: "code" },
        ages: { as: "years", oldest: "90+", prefix: "" },
        date: "mid-2025",
      },
      {
        role: "postcodes",
        format: "csv",
        ...described("postcodes.csv", "postcodes", "Postcodes and streets (sample)", "May 2026"),
        columns: { postcode: "postcode", ward: "ward", area: "area", lon: "lon", lat: "lat", street: "street" },
      },
      {
        role: "indicators",
        format: "csv",
        ...described("deprivation.csv", "deprivation", "Deprivation of small areas (sample)", "2025"),
        columns: { code: "code" },
        theme: "Deprivation 2025",
        indicators: indicators("deprivation"),
      },
      {
        role: "indicators",
        format: "csv",
        ...described("households.csv", "households", "Households and families of small areas (sample)", "2025"),
        columns: { code: "code" },
        theme: "Households 2025",
        indicators: indicators("households"),
      },
      {
        role: "vintages",
        format: "csv",
        ...described("earlier.csv", "earlier", "Earlier figures of small areas (sample)", "2015 to 2024"),
        columns: { code: "code" },
        vintages: EARLIER_PLANS.map(({ series, year, column, unit, compare }) => ({
          series,
          year,
          column,
          unit,
          higherIsMoreNeed: true,
          compare,
        })),
      },
      {
        role: "services",
        format: "csv",
        ...described("services.csv", "services", "Directory of services (sample)", "October 2026"),
        serviceType: { column: "type" },
        columns: {
          id: "id",
          name: "name",
          organisation: "organisation",
          legalForm: "legal_form",
          address: "address",
          postcode: "postcode",
          lon: "lon",
          lat: "lat",
          capacity: "capacity",
          checked: "checked",
          checkedOn: "checked_on",
          times: "times",
          cost: "cost",
          phone: "phone",
          website: "website",
        },
      },
      {
        role: "basemap",
        format: "geojson",
        ...described("basemap.geojson", "basemap", "Water, green, roads and streets (sample)", "May 2026"),
        columns: { kind: "kind", name: "name" },
      },
    ],
    serviceTypes: SERVICE_TYPES,
    needWeights: { imd: 50, age: 30, "no-car": 20 },
  };
  Recipe.parse(recipe);
  return `${JSON.stringify(recipe, null, 2)}\n`;
}
