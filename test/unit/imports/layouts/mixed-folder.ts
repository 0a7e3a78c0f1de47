import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toLonLat } from "@needs-map/server/imports/formats/project";
import type { Position } from "geojson";
import { buildShapefile, NATIONAL_GRID_PRJ } from "../formats/build-shapefile.ts";
import { buildXlsx, textRow } from "../formats/build-xlsx.ts";

/** A dBase table of texts, as a shapefile has it. */
function dbf(headings: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  const width = 40;
  const head = Buffer.alloc(32);
  head.writeUInt8(3, 0);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(32 + 32 * headings.length + 1, 8);
  head.writeUInt16LE(1 + width * headings.length, 10);
  const fields = headings.map((name) => {
    const field = Buffer.alloc(32);
    field.write(name);
    field.write("C", 11);
    field.writeUInt8(width, 16);
    return field;
  });
  const records = rows.map((row) => Buffer.from(` ${row.map((cell) => cell.padEnd(width)).join("")}`));
  return Buffer.concat([head, ...fields, Buffer.from("\r"), ...records]);
}

/** A rectangle in metres of the National Grid, turning right. */
const rectangle = (x: number, y: number, across: number, up: number): Position[] => [
  [x, y],
  [x, y + up],
  [x + across, y + up],
  [x + across, y],
  [x, y],
];
const inDegrees = (ring: readonly Position[]) => ring.map(([x = 0, y = 0]) => toLonLat("EPSG:27700", x, y));

const AGES = [...Array.from({ length: 90 }, (_, age) => `${age}`), "90+"];
const WEST = 400_000;
const SOUTH = 300_000;
const NAMES = ["Ashby", "Brook & Mill", "Castle", "Dean"] as const;

/** Invented wards: four squares of 2 km, each of two small areas. */
const wards = NAMES.map((name, at) => {
  const x = WEST + 2000 * (at % 2);
  const y = SOUTH + 2000 * Math.floor(at / 2);
  const areas = [0, 1].map((half) => ({
    code: `E0199900${2 * at + half + 1}`,
    name: `${name} ${half + 1}`,
    x: x + 1000 * half,
    y,
  }));
  return { code: `E0599900${at + 1}`, name, x, y, areas };
});
const areas = wards.flatMap((ward) => ward.areas.map((area) => ({ ...area, ward })));
/** People of each year of age in a small area. */
const each = (area: number) => 3 + area;

const collection = (features: { properties: object; geometry: object }[], crs?: string) =>
  JSON.stringify({
    type: "FeatureCollection",
    ...(crs ? { crs: { type: "name", properties: { name: crs } } } : {}),
    features: features.map((feature) => ({ type: "Feature", ...feature })),
  });

const postcodes = areas.flatMap((area, at) =>
  [0, 1, 2, 3].map((one) => ({
    postcode: `TS${1 + Math.floor(at / 9)} ${at % 9}A${"ABDE"[one]}`,
    x: area.x + 250 + 500 * (one % 2),
    y: area.y + 500 + 800 * Math.floor(one / 2),
    area,
  })),
);

const clubs = postcodes
  .filter((_, at) => at % 6 === 0)
  .map(({ postcode, x, y }, at) => ({ name: `Club ${at + 1}`, postcode, x, y }));
const thousands = (people: number) => people.toLocaleString("en-GB");

/** The people of each ward, as the files have them. */
export const wardTotals: ReadonlyMap<string, number> = new Map(
  wards.map(({ code }, at) => [code, AGES.length * (each(2 * at) + each(2 * at + 1))]),
);

/**
 * Files of an invented council under names that tell nothing, in many formats: a shapefile and GeoJSON in metres, Excel, text
 * with tabs and semicolons, ISO-8859-1, titles above headings, thousands separators, rows of persons, men and women.
 */
export const mixedFiles: Readonly<Record<string, string | Buffer>> = {
  "a.zip": buildShapefile(
    wards.map(({ x, y }) => [rectangle(x, y, 2000, 2000)]),
    {
      dbf: dbf(
        ["WD25CD", "WD25NM", "LAD25CD", "LAD25NM"],
        wards.map(({ code, name }) => [code, name, "E07999001", "Testborough"]),
      ),
      prj: NATIONAL_GRID_PRJ,
    },
  ),
  "b.json": collection(
    areas.map(({ code, name, x, y }) => ({
      properties: { lsoa21cd: code, lsoa21nm: name },
      geometry: { type: "Polygon", coordinates: [rectangle(x, y, 1000, 2000)] },
    })),
    "urn:ogc:def:crs:EPSG::27700",
  ),
  "before.geojson": collection(
    [0, 1].map((half) => ({
      properties: { WD18CD: `E0599990${half + 1}`, WD18NM: half === 0 ? "South" : "North" },
      geometry: { type: "Polygon", coordinates: [inDegrees(rectangle(WEST, SOUTH + 2000 * half, 4000, 2000))] },
    })),
  ),
  "c.xlsx": buildXlsx({
    sheets: {
      Notes: textRow("About these figures"),
      Data: [
        textRow("LSOA 2021 Code", "Sex", "Period", "All ages", ...AGES.map((age) => `Age ${age}`)),
        ...areas.flatMap(({ code }, at) =>
          ["Persons", "Females", "Males"].map((sex) => {
            const count = sex === "Persons" ? each(at) : each(at) / 2;
            return textRow(code, sex, "mid-2024", `${AGES.length * count}`, ...AGES.map(() => `${count}`));
          }),
        ),
      ].join(""),
    },
  }),
  "d.csv": Buffer.from(
    [
      ["Ward Code", "Ward Name", "Period", "Café", "Aged 0 to 15", "16-64", "65 and over"].join(";"),
      ...wards.map(({ code, name }, at) => {
        const one = each(2 * at) + each(2 * at + 1);
        return [code, name, "mid-2024", "é", thousands(16 * one), thousands(49 * one), thousands(26 * one)].join(";");
      }),
    ].join("\r\n"),
    "latin1",
  ),
  "e.tsv": [
    ["pcds", "oseast1m", "osnrth1m", "osward", "lsoa21"].join("\t"),
    ...postcodes.map(({ postcode, x, y, area }) => [postcode, x, y, area.ward.code, area.code].join("\t")),
  ].join("\n"),
  "f.txt": [
    '"LSOA code (2021)","LSOA name (2021)","Index of Multiple Deprivation (IMD) Score","Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"',
    ...areas.map(({ code, name }, at) => `${code},${name},${10 + at},"${thousands(30_000 - 1000 * at)}"`),
  ].join("\n"),
  "g.csv": [
    "geography code,date,General health,Value",
    ...[1, 2].flatMap((half) =>
      ["Total: All usual residents", "Very good health", "Good health", "Bad health", "Very bad health"].map(
        (category, at) => `E0599990${half},2021-03-21,${category},${at === 0 ? 100 : 10 * (half + at)}`,
      ),
    ),
  ].join("\n"),
  "youth clubs.csv": [
    "Name,Postcode",
    ...clubs.map(({ name, postcode }) => `${name},${postcode}`),
    "Club nowhere,ZZ9 9ZZ",
  ].join("\n"),
  "youth clubs.geojson": collection(
    clubs.map(({ name, postcode, x, y }) => ({
      properties: { Name: name, Postcode: postcode },
      geometry: { type: "Point", coordinates: toLonLat("EPSG:27700", x, y) },
    })),
  ),
  "h.csv": [
    "Service name,Category,Post code,Eastings,Northings,Places",
    ...postcodes
      .slice(0, 8)
      .map(
        ({ postcode, x, y }, at) => `Place ${at + 1},${at % 2 ? "Food bank" : "Repair cafe"},${postcode},${x},${y},`,
      ),
  ].join("\n"),
  "letter.docx": "not a table",
  "broken.csv": "",
};

/** Puts the files, or others, into a folder of their own. */
export function folderOf(files: Readonly<Record<string, string | Buffer>> = mixedFiles): string {
  const folder = mkdtempSync(join(tmpdir(), "needs-map-import-"));
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}
