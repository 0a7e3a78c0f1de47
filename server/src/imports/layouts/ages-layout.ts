import type { AgesLayout } from "@needs-map/shared/contract/recipe";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import { readNumber } from "../formats/number.ts";
import { ageBand, tiling } from "./age-bands.ts";
import { HEADINGS, headed, mostly } from "./headings.ts";
import type { Sure, Took } from "./recognised.ts";
import type { Column } from "./survey.ts";

export interface FoundAges {
  readonly layout: AgesLayout;
  readonly took: readonly Took[];
}

const isOpen = (text: string) => /\+|over|above|older|plus/i.test(text);

/** Where a table has people by age: in columns of single years or bands, or one band a row; null when nowhere. */
export function agesLayout(columns: readonly Column[]): FoundAges | null {
  return ageColumns(columns) ?? ageRows(columns);
}

function ageColumns(columns: readonly Column[]): FoundAges | null {
  const numeric = columns.filter((column) => mostly(column, (value) => readNumber(value) !== null));
  const sexes = {
    men: numeric.filter(({ name }) => /^m(ales?)?[ _:]*\d|\bmales?\b|\bmen\b/i.test(name)),
    women: numeric.filter(({ name }) => /^f(emales?)?[ _:]*\d|\bfemales?\b|\bwomen\b/i.test(name)),
  };
  const both = numeric.filter((column) => !sexes.men.includes(column) && !sexes.women.includes(column));
  const everyone = tiled(both);
  if (everyone) return layoutOf(everyone, "likely");
  const men = tiled(sexes.men);
  const women = tiled(sexes.women);
  return men && women ? layoutOf([...men, ...women], "likely") : null;
}

function tiled(columns: readonly Column[]): Column[] | null {
  const bands = columns.map(({ name }) => ageBand(name));
  const found = tiling(bands, (at) => isOpen(columns[at]?.name ?? ""));
  if (!found || found.length < 2) return null;
  return found.map((at) => columns[at]).filter((column) => column !== undefined);
}

/** Single years with one prefix, as the recipe writes them; else a list of bands. */
function layoutOf(columns: readonly Column[], sure: Sure): FoundAges {
  const names = columns.map(({ name }) => name);
  const [first = ""] = names;
  const prefix = /^(.*?)0$/.exec(first)?.[1];
  const single =
    prefix !== undefined &&
    names.length === AGES &&
    names.slice(0, AGES - 1).every((name, age) => name === `${prefix}${age}`);
  if (single) {
    const oldest = names[AGES - 1] ?? "";
    const as = "people of each year of age";
    return {
      layout: { as: "years", oldest, prefix },
      took: [{ column: `${first} … ${oldest}`, as, sure: "certain" }],
    };
  }
  const bands = columns.map(({ name }) => ({
    column: name,
    ages: [...(ageBand(name) ?? [0, AGES - 1])] as [number, number],
  }));
  return {
    layout: { as: "bands", bands },
    took: bands.slice(0, 40).map(({ column, ages }) => ({ column, as: `people aged ${said(ages)}`, sure })),
  };
}

const said = ([from, to]: readonly [number, number]) =>
  to === AGES - 1 ? `${from} and over` : from === to ? `${from}` : `${from} to ${to}`;

function ageRows(columns: readonly Column[]): FoundAges | null {
  const value = valueColumn(columns);
  if (!value) return null;
  for (const column of columns) {
    if (column === value || HEADINGS.period.test(column.key) || column.distinct.size < 3 || column.distinct.size > 200)
      continue;
    const labels = [...column.distinct].filter((label) => label !== "" && /\d/.test(label));
    if (mostly(column, (text) => readNumber(text) !== null && Number(text) > 120)) continue;
    const bands = labels.map(ageBand);
    if (bands.filter((band) => band !== null).length < 0.8 * labels.length) continue;
    const found = tiling(bands, (at) => isOpen(labels[at] ?? ""));
    if (!found || found.length < 3) continue;
    const chosen = Object.fromEntries(
      found.map((at) => [labels[at] ?? "", [...(bands[at] ?? [0, AGES - 1])] as [number, number]]),
    );
    return {
      layout: { as: "rows", band: column.name, value: value.name, bands: chosen },
      took: [
        { column: column.name, as: `age band of the row (${found.length} bands)`, sure: "likely" },
        { column: value.name, as: "people of the band", sure: HEADINGS.value.test(value.key) ? "certain" : "likely" },
      ],
    };
  }
  return null;
}

/** The column of figures of a table that has one figure a row. */
export function valueColumn(columns: readonly Column[]): Column | null {
  const numeric = columns.filter((column) => mostly(column, (text) => readNumber(text) !== null));
  return headed(numeric, "value");
}
