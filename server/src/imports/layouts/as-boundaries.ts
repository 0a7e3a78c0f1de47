import { codeColumns, nameColumn, yearOf } from "./area-codes.ts";
import { leastSure, type Recognised } from "./recognised.ts";
import type { Surveyed } from "./survey.ts";

/** Wards or small areas: shapes that are areas, with a code each that no other has. */
export function asBoundaries(file: Surveyed): Recognised<"boundaries"> | string {
  if (file.geometry !== "areas") return "its shapes are not areas";
  const unique = codeColumns(file.columns).filter(
    ({ column }) => new Set(column.values).size === file.rows && !column.distinct.has(""),
  );
  const found =
    unique.find(({ kind }) => kind === "wards" || kind === "small-areas" || kind === "output-areas") ??
    unique.find(({ kind }) => kind === "own");
  if (!found) return "its areas have no code each: a column of codes is needed (E05… for wards, E01… for small areas)";
  const { column: code } = found;
  const name = nameColumn(file.columns, code);
  const welsh = file.columns.find(({ key }) => /cd$/.test(code.key) && key === code.key.replace(/cd$/, "nmw"));
  const council = codeColumns(file.columns).find(({ kind, column }) => kind === "councils" && column !== code);
  const year = yearOf(code.name, file.title, file.path);
  const named = kindInWords(file.title, code.key);
  const of = found.kind === "own" ? named : found.kind;
  const sure = found.kind === "own" ? "guess" : found.sure;
  return {
    file,
    draft: {
      role: "boundaries",
      of,
      code: code.name,
      name: (name ?? code).name,
      nameWelsh: of === "wards" ? welsh?.name : undefined,
      year,
      council: council?.column.name ?? null,
    },
    sure: leastSure([sure]),
    took: [
      { column: code.name, as: "code", sure },
      {
        column: (name ?? code).name,
        as: name ? "name" : "name (there is no other: the code)",
        sure: name ? sure : "guess",
      },
      ...(welsh && of === "wards" ? [{ column: welsh.name, as: "name in Welsh", sure: "certain" as const }] : []),
      ...(council ? [{ column: council.column.name, as: "code of the council", sure: council.sure }] : []),
    ],
  };
}

/** What areas with codes of their own are called; "own" when no word tells. */
function kindInWords(title: string, key: string) {
  const words = `${title} ${key}`.toLowerCase();
  if (/lsoa|small ?area|neighbourhood|output ?area/.test(words)) return "small-areas";
  return /ward|division/.test(words) ? "wards" : "own";
}
