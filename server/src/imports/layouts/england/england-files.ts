import { IOD_2025, IOD_2025_PARTS } from "../published-indicators.ts";
import type { Council } from "./councils.ts";

const OGL = "Open Government Licence v3.0";
const ONS = "Office for National Statistics, Open Geography Portal";
const MHCLG = "Ministry of Housing, Communities and Local Government";
const NHS = "NHS Choices, published on request under the Freedom of Information Act";

/** What every one of the England-wide files says of itself. */
const source = (
  id: string,
  title: string,
  path: string,
  [publisher, vintage]: readonly [string, string],
  [rows, bytes, sha256]: readonly [number, number, string],
  original: string,
) => ({
  id,
  title,
  path: `england/${path}`,
  publisher,
  licence: OGL,
  vintage,
  url: null,
  note: `It is not published in this form: ${original}. Bring it with --mirror and the folder above "england".`,
  rows,
  bytes,
  sha256,
  only: {},
});

const MADE_OF_COUNCILS = "one file for England, made of those that the Open Geography Portal has by council";

const PEOPLE = source(
  "people",
  "Index of Multiple Deprivation 2019, File 6: population denominators",
  "File_6_-_IoD2019_Population_Denominators.csv",
  [MHCLG, "mid-2015, on small areas of 2011, without prisoners"],
  [32844, 2500016, "f91a4e199d234c0e5a16308ea9c5cb9b74fba22547c2aa60906ff2e3cd941886"],
  "the original is File 6 of the English Indices of Deprivation 2019 on gov.uk",
);

const POINTS_ID = "small-area-points";
const BORDER_POINTS_ID = "small-area-points-border";

/** A file of points is read for one file of people each. */
const points = (id: string, why: string) => ({
  ...source(
    id,
    `Points of lower layer super output areas${why}`,
    "lsoa_latlong.csv",
    [ONS, "small areas of 2011"],
    [48424, 2796706, "8cc96353d8dd3cbc8b70b82e3b620bb61d65a6ee0cb4123b3bf120a01873332f"],
    "the table was made from the points of the Open Geography Portal",
  ),
  role: "points",
  format: "csv",
  columns: { code: "LSOACD", lon: "longitude", lat: "latitude" },
});

const PEOPLE_LAYOUT = {
  format: "csv",
  columns: { code: "LSOA code (2011)" },
  ages: {
    as: "bands",
    bands: [
      { column: "Dependent Children aged 0-15: mid 2015 (excluding prisoners)", ages: [0, 15] },
      { column: "Population aged 16-59: mid 2015 (excluding prisoners)", ages: [16, 59] },
      { column: "Older population aged 60 and over: mid 2015 (excluding prisoners)", ages: [60, 90] },
    ],
  },
  date: "mid-2015",
};

/** Services of all England: those inside the place, and those over the border that can be used from it. */
const ALL_ENGLAND = { role: "services", format: "csv", wider: true, neighbours: true } as const;
const NHS_LIST = { ...ALL_ENGLAND, encoding: "iso-8859-1", delimiter: "\u00AC" } as const;
const NHS_COLUMNS = {
  id: "OrganisationID",
  name: "OrganisationName",
  address: ["Address1", "Address2", "Address3", "City", "County"],
  postcode: "Postcode",
  lon: "Longitude",
  lat: "Latitude",
};
const NHS_CONTACT = { ...NHS_COLUMNS, phone: "Phone", website: "Website" };
const NHS_ORIGINAL = "the lists were given out once, in 2014";

/** The England-wide files, with what picks out one council; for the recipe's schema to check. */
export function englandFiles(council: Council): object[] {
  const byPoint = council.peopleByBand.some((people) => people > 0);
  return [
    {
      ...source(
        "wards",
        "Ward boundaries, 2025",
        "wards_2025_england.geojson",
        [ONS, "2025 wards (WD25 codes)"],
        [6826, 20018299, "a2d7d0d8f2d2cc60d360e97543c985621dbee2cc08d59066115dc9bfdecf4a4c"],
        MADE_OF_COUNCILS,
      ),
      role: "wards",
      format: "geojson",
      columns: { code: "WD25CD", name: "WD25NM", nameWelsh: "WD25NMW" },
      only: { LAD25CD: council.code },
    },
    {
      ...source(
        "small-areas",
        "Lower layer super output area boundaries, 2021",
        "lsoa_2021_england.geojson",
        [ONS, "Census 2021 (LSOA21 codes)"],
        [33755, 54046612, "ea38b259cfe84af06bb2b7eadcdada165d3ddcc83439a0d28d1ec58f70401804"],
        MADE_OF_COUNCILS,
      ),
      role: "small-areas",
      format: "geojson",
      columns: { code: "LSOA21CD", name: "LSOA21NM" },
      only: { LADCD_ACTIVE: council.smallAreasUnder ?? council.code },
    },
    points(POINTS_ID, ""),
    points(BORDER_POINTS_ID, ", for people over the border"),
    byPoint
      ? { ...PEOPLE, ...PEOPLE_LAYOUT, role: "people-points", points: POINTS_ID, neighbours: false }
      : { ...PEOPLE, ...PEOPLE_LAYOUT, role: "people-small-areas" },
    {
      ...PEOPLE,
      ...PEOPLE_LAYOUT,
      id: "people-neighbours",
      title: `${PEOPLE.title}, over the border`,
      role: "people-points",
      points: BORDER_POINTS_ID,
      neighbours: true,
    },
    {
      ...source(
        "iod-2025",
        "English Indices of Deprivation 2025, scores",
        "imd2025_england_lsoa21.csv",
        [MHCLG, "2025"],
        [33755, 4230086, "90ad647142198163322ab415da6b7a64402c2c0b1ead3ee62c45e9df14ac7e1a"],
        "the original is the workbook of the English Indices of Deprivation 2025 on gov.uk",
      ),
      role: "indicators",
      format: "csv",
      theme: "Deprivation 2025",
      covers: "England",
      columns: { code: "lsoa21_code" },
      indicators: [...IOD_2025],
    },
    {
      ...source(
        "iod-2025-parts",
        "English Indices of Deprivation 2025, parts of domains",
        "imd2025_england_lsoa21_subdomains.csv",
        [MHCLG, "2025"],
        [33755, 3276000, "93daf85a268fcd49cf7b00963cce3939ff3da5b48c28acad75ce488661ef708c"],
        "the original is the workbook of the English Indices of Deprivation 2025 on gov.uk",
      ),
      role: "indicators",
      format: "csv",
      theme: "Deprivation 2025, parts of domains",
      covers: "England",
      columns: { code: "lsoa21_code" },
      indicators: [...IOD_2025_PARTS],
    },
    {
      ...source(
        "general-practices",
        "General practices, 2014",
        "nhs-choices-2014/GPPractices.csv",
        [NHS, "2014"],
        [8288, 998413, "ee60ddcd43f940713f52f6bc5941f1ca70e563e371a7b14b8e9c84ff8dfe913c"],
        NHS_ORIGINAL,
      ),
      ...NHS_LIST,
      serviceType: "general-practices",
      columns: NHS_COLUMNS,
    },
    {
      ...source(
        "pharmacies",
        "Pharmacies, 2014",
        "nhs-choices-2014/Pharmacy.csv",
        [NHS, "2014"],
        [11799, 3007684, "24f99c25505d7db433277437998cf3428ec8814a82fdb0e6ae24311918dec498"],
        NHS_ORIGINAL,
      ),
      ...NHS_LIST,
      serviceType: "pharmacies",
      columns: NHS_CONTACT,
      only: { SubType: ["Community Pharmacy", "UNKNOWN"] },
    },
    {
      ...source(
        "clinics",
        "Clinics and health centres, 2014",
        "nhs-choices-2014/Clinics.csv",
        [NHS, "2014"],
        [5462, 954436, "5c60b739c59e72e05b5973df8c2d1beb5eb160729347ebccc1beb8a0648a835a"],
        NHS_ORIGINAL,
      ),
      ...NHS_LIST,
      serviceType: "clinics",
      columns: NHS_CONTACT,
    },
    {
      ...source(
        "schools",
        "Schools, July 2017",
        "schools_2017_named_bng.csv",
        [
          "Department for Education, EduBase, with coordinates added by others",
          "July 2017; a part of England's schools",
        ],
        [6023, 2336464, "973bd3a5d66e89616af5e1e1ed2df241169c114057c35dbf6c56541bfbc5c0c9"],
        "coordinates were added to a part of EduBase",
      ),
      ...ALL_ENGLAND,
      serviceType: "schools",
      crs: "EPSG:27700",
      missing: ["", "NA"],
      columns: {
        id: "URN",
        name: "Establishment name",
        address: ["Street", "Locality", "Address3", "Town", "County"],
        postcode: "Postcode",
        lon: "X",
        lat: "Y",
        phone: "Telephone number",
        website: "Website address",
      },
    },
  ];
}
