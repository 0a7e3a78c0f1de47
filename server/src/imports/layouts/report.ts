import type { FolderRecipe } from "./folder-recipe.ts";
import type { LeftOut, Recognised } from "./recognised.ts";
import { kindNamed } from "./service-kinds.ts";

const ROLES: Record<Recognised["draft"]["role"], string> = {
  boundaries: "boundaries",
  people: "people by age",
  points: "points of areas",
  postcodes: "postcodes",
  lookup: "wards of small areas",
  indicators: "figures of need",
  counts: "counts by category",
  services: "services",
  organisations: "organisations",
};

const AREAS: Record<string, string> = {
  wards: "wards",
  "small-areas": "small areas",
  "output-areas": "output areas",
  own: "areas with codes of their own",
};

const MOST_COLUMNS = 60;
const WIDEST = 48;

/** What was taken for what, and how surely: an aligned list for the person to check before anything is imported. */
export function reportOf({ known, left, lacking, recipe }: FolderRecipe, unknown: readonly LeftOut[]): string {
  const unused = new Set(left.map(({ path }) => path));
  const used = known.filter(({ file }) => !unused.has(file.path));
  const lines = table(used.flatMap((one) => [head(one), ...columns(one), [""]]));
  if (left.length > 0) lines.push("Understood, and not used:", ...table(left.map(told)), "");
  if (unknown.length > 0) lines.push("Not understood:", ...table(unknown.map(told)), "");
  if (recipe && recipe.missing.length > 0)
    lines.push("Missing, and the place can do without:", ...recipe.missing.map(indented), "");
  if (lacking.length > 0) lines.push("Missing, and the place needs it:", ...lacking.map(indented), "");
  return `${lines.join("\n").trimEnd()}\n`;
}

const head = (one: Recognised) => [
  one.file.path,
  `${roleOf(one)}, ${one.file.rows.toLocaleString("en-GB")} rows`,
  one.sure,
];

function roleOf({ draft }: Recognised): string {
  if (draft.role === "boundaries") return `${AREAS[draft.of] ?? "areas"}${draft.year ? ` of ${draft.year}` : ""}`;
  if (draft.role === "people") return `people by age, ${AREAS[draft.of] ?? "areas"}, ${draft.date}`;
  if (draft.role === "services") return `services: ${(kindNamed(draft.title)?.title ?? draft.title).toLowerCase()}`;
  return ROLES[draft.role];
}

const columns = ({ took }: Recognised) =>
  took.slice(0, MOST_COLUMNS).map(({ column, as, sure }) => [`  ${shortened(column)}`, as, sure]);

const told = ({ path, why }: LeftOut) => [`  ${path}`, why];

const indented = (sentence: string) => `  ${sentence}`;

const shortened = (text: string) => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text);

/** Cells in columns of equal width; the last is not filled up. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2].map((at) => Math.max(0, ...rows.map((row) => (row[at] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell))
      .join("  ")
      .trimEnd(),
  );
}
