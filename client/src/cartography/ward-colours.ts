import type { GapResult } from "@needs-map/shared/domain/gap/result";
import { hasShortfall, type Method, type Unit } from "@needs-map/shared/domain/gap/settings";
import { type Classes, type ClassPolicy, classify } from "./classify.ts";
import { coverage5, need5, needByCoverage9, noFigure, type Palette, type Theme, thinned } from "./palettes.ts";
import { type TwoWay, twoWay } from "./two-way.ts";
import { type ColourBy, ratePer, type WardValues, wardValues } from "./ward-values.ts";

/** Gives the words of a key, as i18next's `t` does. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export interface ColourQuestion {
  readonly by: ColourBy;
  readonly gaps: GapResult;
  /** Ward codes in the order of the figures. */
  readonly codes: readonly string[];
  readonly theme: Theme;
  readonly cls: ClassPolicy;
  /** Inner breaks, ascending, that the automatic choice uses. */
  readonly fixed?: readonly number[];
  readonly unit: Unit;
  readonly method: Method;
  /** Who the question is about: "young people". */
  readonly group: string;
  readonly say: Say;
}

export interface WardColour {
  readonly code: string;
  readonly fill: string;
  readonly text: string;
  /** Class, or cell of the nine for need against coverage; −1 without a figure. */
  readonly classIndex: number;
  /** The figure behind the colour (need for need against coverage); NaN where it cannot be said. */
  readonly value: number;
  /** The likely range crosses two class breaks or more: the ward could fall in any of three classes. */
  readonly doubtful: boolean;
}

export interface WardColours {
  readonly by: ColourBy;
  /** Classes of the figure; of need for need against coverage, where the colours come from `twoWay`. */
  readonly classes: Classes;
  readonly of: readonly WardColour[];
  readonly byCode: ReadonlyMap<string, WardColour>;
  readonly palette: Palette;
  readonly twoWay: TwoWay | null;
  /** "Places short for every 100 young people" */
  readonly title: string;
  /** What follows a figure: "places short for every 100". */
  readonly unitWords: string;
  /** Most digits after the point that a figure is told with. */
  readonly digits: number;
}

/** Colours every ward for one question, in the order of the figures. */
export function wardColours(question: ColourQuestion): WardColours {
  return question.by === "both" ? twoWayColours(question) : oneWayColours(question, question.by);
}

function oneWayColours(question: ColourQuestion, by: Exclude<ColourBy, "both">): WardColours {
  const values = wardValues(by, question.gaps, question.method, question.unit);
  const classes = classify(values.value, question.cls, question.fixed, mostOf(by, question.method));
  const palette = thinned(by === "cover" ? coverage5[question.theme] : need5[question.theme], classes.count);
  const one = classes.count === 1 ? singlePalette(by, question.theme, values.value) : palette;
  const of = question.codes.map((code, row) => {
    const value = values.value[row] ?? Number.NaN;
    return { code, value, doubtful: isDoubtful(values, row, classes), ...cell(classes.classOf(value), one, question) };
  });
  return { by, classes, of, byCode: byCode(of), palette: one, twoWay: null, ...words(question, by) };
}

/** Shares end at 100; places and sites short have no end, and costs neither. */
const mostOf = (by: Exclude<ColourBy, "both">, method: Method): number | undefined =>
  by === "short" && method !== "reach" ? undefined : 100;

function singlePalette(by: ColourBy, theme: Theme, values: Float64Array): Palette {
  const value = values.find((known) => !Number.isNaN(known)) ?? 0;
  const palette = by === "cover" ? coverage5[theme] : need5[theme];
  const pick = value === 0 ? 0 : by === "short" ? 2 : Math.min(4, Math.floor(value / 20));
  return { fills: palette.fills.slice(pick, pick + 1), texts: palette.texts.slice(pick, pick + 1) };
}

function twoWayColours(question: ColourQuestion): WardColours {
  const need = wardValues("need", question.gaps, question.method, question.unit).value;
  const coverage = wardValues("cover", question.gaps, question.method, question.unit).value;
  const cells = twoWay(need, coverage);
  const palette = needByCoverage9[question.theme];
  const of = question.codes.map((code, row) => ({
    code,
    value: need[row] ?? Number.NaN,
    doubtful: false,
    ...cell(cells.cellOf[row] ?? -1, palette, question),
  }));
  const classes = classify(need, "quantile", undefined, 100);
  return { by: "both", classes, of, byCode: byCode(of), palette, twoWay: cells, ...words(question, "both") };
}

function isDoubtful({ low, high }: WardValues, row: number, classes: Classes): boolean {
  if (!low || !high) return false;
  const [least, most] = [classes.classOf(low[row] ?? Number.NaN), classes.classOf(high[row] ?? Number.NaN)];
  return Math.abs(most - least) >= 2;
}

function cell(classIndex: number, palette: Palette, { theme }: ColourQuestion) {
  const { fill, text } = noFigure[theme];
  return { classIndex, fill: palette.fills[classIndex] ?? fill, text: palette.texts[classIndex] ?? text };
}

const byCode = (of: readonly WardColour[]) => new Map(of.map((ward) => [ward.code, ward]));

function words({ say, unit, method, group }: ColourQuestion, by: ColourBy) {
  const kind = !hasShortfall(method) ? "Reach" : unit === "places" ? "Places" : "Sites";
  const cost = by === "short" && method === "raam";
  const key = cost ? "cost" : by === "short" ? `short${kind}` : by === "cover" && kind === "Reach" ? "coverReach" : by;
  const values = { group, per: ratePer(unit) };
  return { title: say(`map.title.${key}`, values), unitWords: say(`map.unit.${key}`, values), digits: cost ? 2 : 1 };
}
