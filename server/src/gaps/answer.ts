import type { Gaps, WardGap } from "@needs-map/shared/contract/gaps";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import type { GapResult, WardGaps } from "@needs-map/shared/domain/gap/result";
import { caveatsFor, type Ground, notesFor, providerCaveats } from "./caveats.ts";
import type { Question } from "./settings.ts";

const DIGITS = 12;

/** Twelve significant digits: what binary fractions leave at the end of a sum is no figure. */
const clean = (value: number): number => Number(value.toPrecision(DIGITS));

/** A figure that cannot be said is null. */
const figure = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : clean(value);

/** What the answer names that the arithmetic knows only as rows. */
export interface Names {
  readonly dataVersion: number;
  readonly wards: readonly { readonly code: string; readonly name: string }[];
  titleOf(indicator: string): string;
  readonly ground: Ground;
  /** How many services count. */
  readonly counted: number;
  /** Names of the wards whose answer rests on unchecked records. */
  readonly resting: readonly string[];
}

/** The engine's rows in the words of the contract. */
export function gapsAnswer(question: Question, result: GapResult, names: Names): Gaps {
  const { wards, total } = result;
  return {
    settings: question.told,
    unit: question.type.unit,
    dataVersion: names.dataVersion,
    travel: travelWords(question.settings.mode),
    total: {
      people: clean(total.people),
      group: clean(total.group),
      supply: figure(total.supply),
      short: figure(total.short),
      low: figure(total.low),
      high: figure(total.high),
      shortOutOfReach: figure(total.shortOutOfReach),
      shortNotEnough: figure(total.shortNotEnough),
      outOfReach: figure(total.outOfReach),
      reach: figure(total.reach),
      coverage: figure(total.coverage),
      access: figure(total.access),
      cost: figure(total.cost),
      nearestMinutes: figure(total.nearestMinutes),
      need: figure(total.need),
    },
    wards: names.wards.map(({ code, name }, row) => wardAnswer(code, name, wards, row)),
    crowdingGap: figure(result.crowdingGap),
    notes: notesFor(question, result),
    caveats: [...providerCaveats(question, names), ...caveatsFor(question, result, names.titleOf, names.ground)],
  };
}

function wardAnswer(code: string, name: string, wards: WardGaps, row: number): WardGap {
  return {
    code,
    name,
    people: clean(wards.people[row] ?? 0),
    group: clean(wards.group[row] ?? 0),
    supply: figure(wards.supply[row]),
    short: figure(wards.short[row]),
    low: figure(wards.low[row]),
    high: figure(wards.high[row]),
    shortOutOfReach: figure(wards.shortOutOfReach[row]),
    shortNotEnough: figure(wards.shortNotEnough[row]),
    outOfReach: figure(wards.outOfReach[row]),
    reach: figure(wards.reach[row]),
    reachLow: figure(wards.reachLow[row]),
    reachHigh: figure(wards.reachHigh[row]),
    coverage: figure(wards.coverage[row]),
    access: figure(wards.access[row]),
    cost: figure(wards.cost[row]),
    nearestMinutes: figure(wards.nearestMinutes[row]),
    need: figure(wards.need[row]),
    asking: null,
    stability: null,
  };
}
