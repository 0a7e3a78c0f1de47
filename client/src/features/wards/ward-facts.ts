import type { Indicator, Interval } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import { wilson } from "@needs-map/shared/domain/stats/intervals";
import { dated, figure, finePercent } from "../../words/numbers.ts";
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
  readonly show: (value: number) => string;
  /** What the highest and the lowest ward are called. */
  readonly ends: readonly [string, string];
  readonly source: string;
  readonly vintage: string;
}

const ENDS = ["highest", "lowest"] as const;

/** What is known of the people of each ward: density and the shares of the young and the old. */
export function peopleFacts(wards: readonly Ward[], place: PlaceDetail): WardFact[] {
  const sum = (of: (ward: Ward) => number) => wards.reduce((all, ward) => all + of(ward), 0);
  const people = sum((ward) => ward.people);
  const file = place.sources.find(({ role }) => /^people-(small-areas|wards)$/.test(role));
  const common = {
    theme: "People",
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
    show: finePercent,
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
      show: (value) => figure(value, 1),
    },
    share("aged-0-15", "Aged 0 to 15", (ward) => ward.aged0to15),
    share("aged-65", "Aged 65 and over", (ward) => ward.aged65on),
  ];
}

/** An indicator as a fact of every ward. */
export function indicatorFact(indicator: Indicator, wards: readonly Ward[]): WardFact {
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
    show: (value) => indicatorFigure(indicator, Number.isFinite(value) ? value : null),
    ends: !/depriv/i.test(theme) ? ENDS : higherIsMoreNeed ? deprived : [deprived[1], deprived[0]],
  };
}

/** Every figure of the wards, those of people first. */
export const allFacts = (wards: readonly Ward[], indicators: readonly Indicator[], place: PlaceDetail): WardFact[] => [
  ...peopleFacts(wards, place),
  ...indicators.map((indicator) => indicatorFact(indicator, wards)),
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
  return [...peopleFacts(wards, place), ...told.map((indicator) => indicatorFact(indicator, wards))];
}

/** "likely 11.6% to 13.1%"; null where the figure is no share of counts. */
export const intervalWords = (interval: Interval | undefined, show: (value: number) => string): string | null =>
  interval ? `likely ${show(interval[0])} to ${show(interval[1])}` : null;

/** What a likely range is, for the foot of a page that has some. */
export const INTERVAL_NOTE =
  "A likely range beside a share is its 95% interval (Wilson): what chance alone allows for a share of so many people. It does not cover mistakes in counting or in estimating people between Censuses.";
