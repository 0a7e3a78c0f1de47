import { agesLayout } from "./ages-layout.ts";
import { codeColumns } from "./area-codes.ts";
import { dateOf, rowFilters } from "./filters.ts";
import { leastSure, type Recognised } from "./recognised.ts";
import type { Surveyed } from "./survey.ts";

/** People by age of areas: years or bands in columns, or a band a row. */
export function asPeople(file: Surveyed): Recognised<"people"> | null {
  const code = codeColumns(file.columns).find(({ kind }) => kind !== "councils" && kind !== "other");
  if (!code) return null;
  const others = file.columns.filter((column) => column !== code.column);
  const ages = agesLayout(others);
  if (!ages) return null;
  const filters = rowFilters(others.filter(({ name }) => !isAgeColumn(ages.layout, name)));
  return {
    file,
    draft: {
      role: "people",
      of: code.kind,
      code: code.column.name,
      ages: ages.layout,
      only: filters.only,
      date: dateOf(file.columns, file.title),
    },
    sure: leastSure([code.sure, ...ages.took.map(({ sure }) => sure)]),
    took: [{ column: code.column.name, as: "code of the area", sure: code.sure }, ...ages.took, ...filters.took],
  };
}

type Layout = NonNullable<ReturnType<typeof agesLayout>>["layout"];

function isAgeColumn(layout: Layout, name: string): boolean {
  if (layout.as === "rows") return name === layout.band || name === layout.value;
  if (layout.as === "bands") return layout.bands.some(({ column }) => column === name);
  return name === layout.oldest || (name.startsWith(layout.prefix) && /^\d+$/.test(name.slice(layout.prefix.length)));
}
