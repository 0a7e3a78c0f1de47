import type { Sure } from "./recognised.ts";
import type { Column } from "./survey.ts";

/** Kinds of area that codes stand for; "own" are codes of nobody else's making. */
export type AreaKind = "wards" | "small-areas" | "output-areas" | "councils" | "other" | "own";

/** The first letters of a code of nine characters, and the headings that publishers give its column. */
const KINDS: readonly { kind: AreaKind; code: RegExp; headings: RegExp }[] = [
  {
    kind: "wards",
    code: /^([EWX]05|S13|N08)\d{6}$/,
    headings: /^(cm|wd|wz|ward|electoralward)(\d{2}|20\d{2})?(cd|code|codes)?$|^wardcode/,
  },
  {
    kind: "small-areas",
    code: /^[EWSX]01\d{6}$|^N2\d{7}$|^95[A-Z]{2}\d{2}[SW]\d$/,
    headings: /^lsoa(\d{2}|20\d{2})?(cd|code)?(\d{2}|20\d{2})?(cd|code)?$|^lower(layer)?superoutputareacode/,
  },
  { kind: "output-areas", code: /^[EWS]00\d{6}$/, headings: /^oa(\d{2}|20\d{2})?(cd|code)?$|^outputareacode/ },
  {
    kind: "councils",
    code: /^(E0[6-9]|W06|S12|N09)\d{6}$/,
    headings:
      /^(lad|la|ltla|utla|ladcdactive|localauthority|localauthoritydistrict|localauthorityarea|council|district)(\d{2}|20\d{2})?(cd|code)?(20\d{2})?$/,
  },
  {
    kind: "other",
    code: /^(E02|E1\d|E2\d|E3\d|E4\d|W\d\d|S\d\d|N\d\d|K0\d)\d{6}$/,
    headings: /^(msoa|rgn|region|ctry|county|pcon)\d{0,2}(cd|code)$/,
  },
];

const GENERIC = /^(area|geography|geo|zone|place|unit)?(cd|code|codes|id|mnemonic|gsscode)$|^onscode$|^gss$|^areacode$/;

export interface CodeColumn {
  readonly column: Column;
  readonly kind: AreaKind;
  readonly sure: Sure;
}

/** Every column that holds codes of areas, those of published headings first. */
export function codeColumns(columns: readonly Column[]): CodeColumn[] {
  const found = columns.map(codeColumn).filter((code) => code !== null);
  return [...found.filter(({ sure }) => sure === "certain"), ...found.filter(({ sure }) => sure !== "certain")];
}

function codeColumn(column: Column): CodeColumn | null {
  const values = column.values.filter((value) => value !== "");
  if (values.length === 0) return null;
  const byValue = KINDS.find(({ code }) => values.filter((value) => code.test(value)).length >= 0.9 * values.length);
  const byHeading = KINDS.find(({ headings }) => headings.test(column.key));
  if (byValue) {
    const published = byHeading?.kind === byValue.kind || GENERIC.test(column.key);
    return { column, kind: byValue.kind, sure: published ? "certain" : "likely" };
  }
  const short = values.every((value) => value.length <= 24);
  const numbers = values.every((value) => /^-?\d+[.]\d+$/.test(value));
  if (!short || numbers) return null;
  if (byHeading) return { column, kind: byHeading.kind, sure: "likely" };
  return GENERIC.test(column.key) && column.distinct.size > 1 ? { column, kind: "own", sure: "likely" } : null;
}

/** The column with the name that goes with a code: "WD25CD" → "WD25NM", "area_code" → "area_name". */
export function nameColumn(columns: readonly Column[], code: Column): Column | null {
  const stem = code.key.replace(/(cd|codes?|id|mnemonic)(\d*)$/, "$2");
  const wanted = [
    `${stem}nm`,
    `${stem}name`,
    code.key.replace("code", "name"),
    "name",
    "areaname",
    "geography",
    "wardname",
    "ward",
  ];
  for (const key of wanted) {
    const found = columns.find(
      (column) => column !== code && column.key === key && column.values.some((value) => /[a-z]/i.test(value)),
    );
    if (found) return found;
  }
  return null;
}

/** The year that a heading, a title or a file name tells of an area's drawing: "WD25CD", "ward 2017". */
export function yearOf(...texts: readonly string[]): number | null {
  for (const text of texts) {
    const short = /(?:^|[^a-z])(?:wd|lsoa|oa|ward|lad)_?(\d{2})(?=cd|nm|_|$|\b)/i.exec(text)?.[1];
    if (short) return 2000 + Number(short);
    const long = /(?<!\d)(19[5-9]\d|20[0-4]\d)(?!\d)/.exec(text)?.[1];
    if (long) return Number(long);
  }
  return null;
}
