import { readNumber } from "../formats/number.ts";
import { valueColumn } from "./ages-layout.ts";
import { type CodeColumn, codeColumns } from "./area-codes.ts";
import { isTotal, knownShares } from "./census-shares.ts";
import { rowFilters } from "./filters.ts";
import { HEADINGS, mostly, slug, wordsOf } from "./headings.ts";
import { type NamedFigure, namedFigure } from "./named-figures.ts";
import { leastSure, type Recognised, type Took } from "./recognised.ts";
import type { Column, Surveyed } from "./survey.ts";

const NO_FIGURE =
  /^(fid|objectid\d*|globalid|shape.*|.*lat(itude)?|.*lon(g|gitude)?|bng.|east.*|north.*|year|date|period|x|y|rgn.*|area|hectares|row|index|id|numlsoas?)$/;
const MOST_INDICATORS = 40;

const isFigure = (column: Column) =>
  !NO_FIGURE.test(column.key) && mostly(column, (text) => readNumber(text) !== null || /^(\*|-|n\/a|c|x)$/i.test(text));

/** Figures of small areas, a column each. */
export function asIndicators(file: Surveyed): Recognised<"indicators"> | string | null {
  if (file.geometry !== null) return null;
  const code = oncePerRow(file.rows, codeColumns(file.columns));
  if (!code) return null;
  const figures = file.columns.filter((column) => column !== code.column && isFigure(column));
  if (figures.length === 0) return null;
  if (code.kind === "wards")
    return "figures by ward: figures are read by small area, or as counts by category with a row each";
  const named = worthwhile(figures.map((column) => ({ column, figure: namedFigure(column.name) })));
  const ids = new Set<string>();
  const indicators = named.slice(0, MOST_INDICATORS).map(({ column, figure }) => {
    const id = unusedIn(ids, figure?.id ?? slug(column.name));
    const title = figure?.title ?? wordsOf(column.name);
    const unit = figure?.unit ?? unitOf(column.name);
    return { id, column: column.name, title, unit, higherIsMoreNeed: figure?.higherIsMoreNeed ?? true };
  });
  const took: Took[] = indicators.map(({ column, title, higherIsMoreNeed }, at) => ({
    column,
    as: `${title}; ${higherIsMoreNeed ? "higher" : "lower"} is more need`,
    sure: named[at]?.figure ? "certain" : "guess",
  }));
  const deprivation = named.filter(({ figure }) => figure?.deprivation).length * 2 >= named.length;
  const year = deprivation ? iodYear(code.column, file) : null;
  return {
    file,
    draft: {
      role: "indicators",
      code: code.column.name,
      indicators,
      theme: deprivation ? `Deprivation ${year ?? ""}`.trim() : wordsOf(file.title),
      series: deprivation && year ? { subjects: named.map(({ figure }) => figure?.subject ?? ""), year } : null,
    },
    sure: leastSure([code.sure, ...took.map(({ sure }) => sure)]),
    took: [{ column: code.column.name, as: "code of the small area", sure: code.sure }, ...took],
  };
}

/** Of one subject the score before the rank, and never its tenth where there is either. */
function worthwhile(figures: { column: Column; figure: NamedFigure | null }[]) {
  const best = new Map<string, number>();
  for (const { figure } of figures)
    if (figure) best.set(figure.subject, Math.min(best.get(figure.subject) ?? 9, figure.order));
  return figures.filter(({ figure }) => !figure || figure.order === best.get(figure.subject));
}

/** The year of the indices: from a heading, the file's name, or the year of its small areas. */
function iodYear(code: Column, { columns, path }: Surveyed): number | null {
  const told = [...columns.map(({ name }) => name), path].map((text) => /(?<!\d)(2019|2025)(?!\d)/.exec(text)?.[1]);
  const year = told.find((one) => one !== undefined);
  if (year) return Number(year);
  return /21/.test(code.name) ? 2025 : /11/.test(code.name) ? 2019 : null;
}

const unitOf = (heading: string) =>
  /%|percent|pct|proportion|share|households_without|rate_percent/i.test(heading)
    ? "%"
    : /per[ _]1[ _,]?000/i.test(heading)
      ? "per 1,000"
      : "as published";

export function unusedIn(ids: Set<string>, wanted: string): string {
  let id = wanted;
  for (let at = 2; ids.has(id); at++) id = `${wanted}-${at}`;
  ids.add(id);
  return id;
}

function oncePerRow(rows: number, codes: readonly CodeColumn[]): CodeColumn | null {
  const usable = codes.filter(({ kind }) => kind !== "councils" && kind !== "other");
  return usable.find(({ column }) => column.distinct.size === rows && !column.distinct.has("")) ?? null;
}

/** Counts by category, one a row, of small areas or wards. */
export function asCounts(file: Surveyed): Recognised<"counts"> | null {
  if (file.geometry !== null) return null;
  const code = codeColumns(file.columns).find(({ kind }) => kind !== "councils" && kind !== "other");
  const value = valueColumn(file.columns) ?? (code && lastFigure(file.columns));
  if (!code || !value || code.column.distinct.size === file.rows) return null;
  const category = file.columns.find(
    (column) =>
      column !== code.column &&
      column !== value &&
      !HEADINGS.period.test(column.key) &&
      !HEADINGS.sex.test(column.key) &&
      !HEADINGS.measure.test(column.key) &&
      column.distinct.size > 1 &&
      column.distinct.size <= 60 &&
      /^[A-Za-z]/.test([...column.distinct][0] ?? "") &&
      repeats(code.column, column),
  );
  if (!category) return null;
  const all = [...category.distinct].filter((text) => text !== "");
  const categories = all.filter((text) => !isTotal(text));
  const known = knownShares(categories);
  const indicators = known.length > 0 ? known : eachShare(categories);
  const filters = rowFilters(file.columns.filter((column) => column !== category && column !== value));
  const only = categories.length < all.length ? { ...filters.only, [category.name]: categories } : filters.only;
  const sure = known.length > 0 ? "certain" : "guess";
  const census = file.columns.some((column) => HEADINGS.period.test(column.key) && column.distinct.has("2021-03-21"));
  return {
    file,
    draft: {
      role: "counts",
      of: code.kind,
      code: code.column.name,
      category: category.name,
      value: value.name,
      only,
      indicators,
      theme: census || /census ?2021/i.test(file.title) ? "Census 2021" : wordsOf(file.title),
    },
    sure: leastSure([code.sure, sure]),
    took: [
      { column: code.column.name, as: "code of the area", sure: code.sure },
      {
        column: category.name,
        as: `category of the row (${categories.length})`,
        sure: known.length > 0 ? "certain" : "likely",
      },
      { column: value.name, as: "count", sure: "certain" },
      ...indicators.map(({ title, categories: counted }) => ({
        column: counted.length > 2 ? `${counted[0]} … (${counted.length})` : counted.join(" + "),
        as: `${title}, as a share; higher is more need`,
        sure: sure as Took["sure"],
      })),
      ...filters.took,
    ],
  };
}

const lastFigure = (columns: readonly Column[]) => columns.filter(isFigure).at(-1) ?? null;

/** Whether each area has each category once. */
function repeats(code: Column, category: Column): boolean {
  const pairs = code.values.map((value, at) => `${value}\n${category.values[at]}`);
  return new Set(pairs).size >= 0.95 * pairs.length;
}

const MOST_SHARES = 6;

function eachShare(categories: readonly string[]) {
  const ids = new Set<string>();
  return categories.slice(0, MOST_SHARES).map((category) => ({
    id: unusedIn(ids, slug(category)),
    title: category,
    unit: "%",
    higherIsMoreNeed: true,
    categories: [category],
  }));
}
