import type { Indicator, Trend } from "@needs-map/shared/contract/indicator";
import type { WardDetail } from "@needs-map/shared/contract/ward";
import { figure, list, ordinal, UNSAID } from "../../words/numbers.ts";
import { indicatorFigure } from "./indicator-figure.ts";

/** A ward's figure at one date. */
export interface TrendPoint {
  readonly year: number;
  /** NaN where it is not known. */
  readonly value: number;
  readonly average: number;
  readonly rank: number | null;
  readonly of: number;
  /** Whether it is in the worst fifth; null where that is not said. */
  readonly worst: boolean | null;
  /** How many wards the worst fifth holds. */
  readonly fifth: number;
  readonly show: (value: number) => string;
}

/** A ward's figure at every date, ready to be drawn and told. */
export interface TrendLine {
  readonly indicator: Indicator;
  readonly compare: Trend["compare"];
  readonly points: readonly TrendPoint[];
  readonly run: number;
  readonly brokenBy: number | null;
}

/** The figures of a ward that are known of several dates, in the order of the indicators. */
export function trendLines(ward: WardDetail, indicators: readonly Indicator[]): TrendLine[] {
  return indicators.flatMap((indicator) => {
    const own = ward.indicators.find(({ id }) => id === indicator.id);
    const { trend } = indicator;
    if (!trend || !own || own.run === null) return [];
    const points = trend.periods.map(({ year, place, unit, worst }, at): TrendPoint => {
      const period = own.periods[at];
      return {
        year,
        value: period?.value ?? Number.NaN,
        average: place ?? Number.NaN,
        rank: period?.rank ?? null,
        of: period?.of ?? 0,
        worst: period?.worstFifth ?? null,
        fifth: worst?.length ?? 0,
        show: (value) => indicatorFigure({ unit }, Number.isFinite(value) ? value : null),
      };
    });
    return [{ indicator, compare: trend.compare, points, run: own.run, brokenBy: own.brokenBy }];
  });
}

/** "3 periods in a row", "1 period"; null for none. */
export const runWords = (run: number) =>
  run === 0 ? null : run === 1 ? "1 period" : `${figure(run)} periods in a row`;

/** "Its need was 3rd highest of 24 wards in 2015 and is the highest in 2025. It has been in the worst fifth …" */
export function trendSentence(line: TrendLine, place: string): string {
  const known = line.points.filter(({ value }) => Number.isFinite(value));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `It ${UNSAID}: no date has a figure of this ward.`;
  return `${line.compare === "places" ? placesSentence(first, last) : valuesSentence(first, last, place)} ${fifthSentence(line)}`;
}

const most = (rank: number | null) => (rank === 1 ? "the highest" : `the ${ordinal(rank ?? 0)} highest`);

function placesSentence(first: TrendPoint, last: TrendPoint): string {
  if (first === last) return `Its need is ${most(last.rank)} of ${figure(last.of)} wards in ${last.year}.`;
  if (first.rank === last.rank)
    return `Its need is ${most(last.rank)} of ${figure(last.of)} wards in ${last.year}, as in ${first.year}.`;
  return `Its need was ${most(first.rank)} of ${figure(first.of)} wards in ${first.year} and is ${most(last.rank)} in ${last.year}.`;
}

function valuesSentence(first: TrendPoint, last: TrendPoint, place: string): string {
  const told = ({ value, year, show }: TrendPoint) => `${show(value)} in ${year}`;
  if (first === last) return `${told(last)}.`;
  const average = (point: TrendPoint) => point.show(point.average);
  return `${told(first)}, ${told(last)}; ${place} ${average(first)}, then ${average(last)}.`;
}

function fifthSentence({ points, run, brokenBy }: TrendLine): string {
  const latest = points.at(-1);
  const cut = brokenBy === null ? "" : ` ${brokenBy} is not known, so it may be longer.`;
  if (!latest || latest.worst === null)
    return `Whether it is in the worst fifth of wards in ${latest?.year} ${UNSAID}.`;
  const years = points.slice(points.length - run).map(({ year }) => `${year}`);
  if (run > 1) return `It has been in the worst fifth of wards for ${runWords(run)} (${list(years)}).${cut}`;
  if (run === 1) return `It is in the worst fifth of wards in ${latest.year}.${cut || " It was not the time before."}`;
  const before = points.filter(({ worst }) => worst).map(({ year }) => `${year}`);
  return before.length > 0
    ? `It is no longer in the worst fifth of wards, as it was in ${list(before)}.`
    : "It has not been in the worst fifth of wards.";
}

/** What the dates of a figure can be compared by, for the reader of the charts. */
export const COMPARE_NOTES: Readonly<Record<Trend["compare"], string>> = {
  places:
    "It was counted in another way at some dates, so compare the ward's place among the wards and not the number.",
  values: "It was counted in the same way at each date.",
};
