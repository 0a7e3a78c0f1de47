import type { Indicator, Interval } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Source } from "@needs-map/shared/contract/source";
import type { Ward } from "@needs-map/shared/contract/ward";
import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import { wilson } from "@needs-map/shared/domain/stats/intervals";
import type { FigureOrigin } from "../../ui/figure-source.tsx";
import { dated, figure, finePercent } from "../../words/numbers.ts";
import { indicatorFormula, peopleInput, peopleSources, sourcesById } from "../../words/origins.ts";
import { indicatorFigure } from "./indicator-figure.ts";

/** One figure of every ward, with the whole place's. */
export interface WardFact {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly theme: string;
  /** One a ward, in the order of the wards; NaN where nothing is known. */
  readonly values: readonly number[];
  /** One a ward: the 95% interval of a share that comes from counts; null where there are no counts. */
  readonly intervals: readonly Interval[];
  readonly average: number;
  /** The same for the whole place. */
  readonly averageInterval: Interval;
  /** The mean of a wider area, with its name; null where its figures are not loaded. */
  readonly wider: Indicator["wider"];
  readonly show: (value: number) => string;
  /** What the highest and the lowest ward are called. */
  readonly ends: readonly [string, string];
  readonly source: string;
  readonly vintage: string;
  readonly origin: FigureOrigin;
}

const ENDS = ["highest", "lowest"] as const;

/** What is known of the people of each ward: density and the shares of the young and the old. */
export function peopleFacts(wards: readonly Ward[], place: PlaceDetail): WardFact[] {
  const sum = (of: (ward: Ward) => number) => wards.reduce((all, ward) => all + of(ward), 0);
  const people = sum((ward) => ward.people);
  const file = place.sources.find(({ role }) => /^people-(small-areas|wards)$/.test(role));
  const sources = peopleSources(place);
  const origin = (formula: string, more: readonly Source[] = []): FigureOrigin => ({
    formula,
    inputs: [`${peopleInput(place)}, shared among postcodes so that the published totals of wards are kept`],
    sources: [...sources, ...more],
    part: "people",
  });
  const common = {
    theme: "People",
    wider: null,
    ends: ENDS,
    source: file?.title ?? place.attribution,
    vintage: dated(place.peopleDate),
  };
  const share = (id: string, title: string, of: (ward: Ward) => number): WardFact => ({
    ...common,
    id,
    title,
    unit: "% of people",
    values: wards.map((ward) => of(ward) / ward.people),
    intervals: wards.map((ward) => (ward.people > 0 ? [...wilson(of(ward), ward.people)] : null)),
    average: sum(of) / people,
    averageInterval: people > 0 ? [...wilson(sum(of), people)] : null,
    show: finePercent,
    origin: origin(`People ${title.toLowerCase()} ÷ all people of the ward.`),
  });
  return [
    {
      ...common,
      id: "density",
      title: "People a hectare",
      unit: "people ÷ hectares",
      values: wards.map((ward) => ward.people / ward.areaHectares),
      intervals: wards.map(() => null),
      average: people / sum((ward) => ward.areaHectares),
      averageInterval: null,
      show: (value) => figure(value, 1),
      origin: origin(
        "People of the ward ÷ hectares inside its border.",
        place.sources.filter(({ role }) => role === "wards"),
      ),
    },
    share("aged-0-15", "Aged 0 to 15", (ward) => ward.aged0to15),
    share("aged-65", "Aged 65 and over", (ward) => ward.aged65on),
  ];
}

/** What an indicator's figures of wards rest on. */
export function indicatorOrigin(indicator: Indicator, place: PlaceDetail): FigureOrigin {
  const { of, title, unit, vintage, sourceId, wider } = indicator;
  const inputs = [`${title} (${unit}), ${dated(vintage)}`];
  if (of === "small-areas") inputs.push(peopleInput(place));
  if (wider)
    inputs.push(
      `${wider.name}: the mean of its ${figure(wider.areas)} small areas, each counted once, since their people are not loaded`,
    );
  return {
    formula: indicatorFormula(indicator),
    inputs,
    sources: [...sourcesById(place, [sourceId]), ...(of === "small-areas" ? peopleSources(place) : [])],
    part: "ward-figures",
  };
}

/** An indicator as a fact of every ward. */
export function indicatorFact(indicator: Indicator, wards: readonly Ward[], place: PlaceDetail): WardFact {
  const { id, title, unit, theme, source, vintage, carriedFrom, higherIsMoreNeed } = indicator;
  const deprived = ["most deprived", "least deprived"] as const;
  return {
    id,
    title,
    unit,
    theme,
    source,
    vintage: carriedFrom === null ? vintage : `${vintage}, carried over from the wards of ${carriedFrom}`,
    values: wards.map(({ code }) => indicator.wards[code] ?? Number.NaN),
    intervals: wards.map(({ code }) => indicator.intervals[code] ?? null),
    average: indicator.place ?? Number.NaN,
    averageInterval: indicator.placeInterval,
    wider: indicator.wider,
    show: (value) => indicatorFigure(indicator, Number.isFinite(value) ? value : null),
    origin: indicatorOrigin(indicator, place),
    ends: !/depriv/i.test(theme) ? ENDS : higherIsMoreNeed ? deprived : [deprived[1], deprived[0]],
  };
}

/** Every figure of the wards, those of people first. */
export const allFacts = (wards: readonly Ward[], indicators: readonly Indicator[], place: PlaceDetail): WardFact[] => [
  ...peopleFacts(wards, place),
  ...indicators.map((indicator) => indicatorFact(indicator, wards, place)),
];

/**
 * The figures that a ward is told by: its people, its deprivation, and a few others, one a file before a second of any.
 *
 * @param most how many others
 */
export function keyFacts(
  wards: readonly Ward[],
  indicators: readonly Indicator[],
  place: PlaceDetail,
  most = 6,
): WardFact[] {
  const deprivation = deprivationOf(indicators);
  const others = indicators.filter(({ theme }) => !/depriv/i.test(theme));
  const first = others.filter(({ source }, at) => others.findIndex((other) => other.source === source) === at);
  const chosen = [...first, ...others.filter((other) => !first.includes(other))].slice(0, most);
  const told = indicators.filter((indicator) => indicator === deprivation || chosen.includes(indicator));
  return [...peopleFacts(wards, place), ...told.map((indicator) => indicatorFact(indicator, wards, place))];
}

/** "likely 11.6% to 13.1%"; null where the figure is no share of counts. */
export const intervalWords = (interval: Interval | undefined, show: (value: number) => string): string | null =>
  interval ? `likely ${show(interval[0])} to ${show(interval[1])}` : null;

/** What a likely range is, for the foot of a page that has some. */
export const INTERVAL_NOTE =
  "A likely range beside a share is its 95% interval (Wilson): what chance alone allows for a share of so many people. It does not cover mistakes in counting or in estimating people between Censuses.";

/** What stands for the wider area where its figure is missing: England for a real place, nothing for an invented one. */
export const widerWords = ({ sample }: PlaceDetail) => (sample ? null : "England: not loaded");

/** A figure of the wards most like one: their people's mean, the lowest and the highest; null where none is known. */
export function alikeFigure(fact: WardFact, wards: readonly Ward[], similar: readonly string[]) {
  const known = wards.flatMap(({ code, people }, row) => {
    const value = fact.values[row] ?? Number.NaN;
    return similar.includes(code) && Number.isFinite(value) ? [{ people, value }] : [];
  });
  const people = known.reduce((sum, ward) => sum + ward.people, 0);
  if (!(people > 0)) return null;
  const values = known.map(({ value }) => value);
  return {
    mean: known.reduce((sum, ward) => sum + ward.people * ward.value, 0) / people,
    low: Math.min(...values),
    high: Math.max(...values),
  };
}
