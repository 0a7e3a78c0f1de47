import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import { unsettledWords } from "@needs-map/shared/domain/gap/unsettled";
import { deprivationOf } from "@needs-map/shared/domain/need/deprivation";
import type { Answered } from "../../analysis/use-gaps.ts";
import type { MethodPart } from "../../words/method-parts.ts";
import { figure, finePercent, ordinal, percent, perPeople, perPeopleWords, UNSAID } from "../../words/numbers.ts";
import { agesWords, capital, groupWords, methodName, withArticle } from "../../words/question.ts";

/** Where a figure comes from. */
export interface Origin {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly vintage: string;
}

/** One fact of a ward among all wards. */
export interface Fact {
  readonly id: string;
  readonly title: string;
  readonly values: readonly number[];
  readonly average: number;
  readonly show: (value: number) => string;
  /** What the highest and the lowest ward are called; "highest" and "lowest" when left out. */
  readonly ends?: readonly [string, string];
  /** What the average is of: "borough average", "whole borough". */
  readonly averageWords: string;
  readonly formula: string;
  /** The part of the method page that works it out; null for a published figure. */
  readonly part: MethodPart | null;
  readonly origins: readonly Origin[];
}

/** Facts that let a ward's gap be judged, each with all wards, the average, its formula and its sources. */
export function facts(answered: Answered, place: PlaceDetail, indicators: readonly Indicator[]): Fact[] {
  const { asked, result, codes } = answered;
  const { wards, total } = result;
  const { type, settings } = asked;
  const origin = (source: string): Origin[] =>
    place.sources.filter(({ id, title }) => id === source || title === source);
  const people = place.sources.filter(({ id, title }) => /people|population/i.test(`${id} ${title}`));
  const services = origin(type.source);
  const unsettled = unsettledWords(result.crowdingGap);
  const group = groupWords(type, settings);
  const ages = agesWords(settings.ageFrom, settings.ageTo);
  const per = perPeople(type.unit);
  const units = capital(type.unit);
  const minutes = (value: number) => (Number.isFinite(value) ? `${figure(value)} min` : UNSAID);
  const deprivation = deprivationOf(indicators) ?? indicators[0] ?? null;
  const travel = travelWords(settings.mode);
  const rows = [...wards.people.keys()];
  const list: (Fact | null | false)[] = [
    {
      id: "group",
      part: "people",
      title: capital(group === type.group ? `${group}, ${ages.replace(/^aged /, "")}` : group),
      values: [...wards.group],
      average: total.group / codes.length,
      averageWords: "average of the wards",
      show: (value) => figure(value),
      formula: `People ${ages} in the small areas of the ward, shared among its postcodes so that published totals are kept.`,
      origins: people,
    },
    !(settings.ageFrom === 0 && settings.ageTo >= 90) && {
      id: "share",
      part: "people",
      title: "Share of residents",
      values: rows.map((row) => (wards.group[row] ?? Number.NaN) / (wards.people[row] ?? Number.NaN)),
      average: total.group / total.people,
      averageWords: "whole place",
      show: finePercent,
      formula: `People ${ages} ÷ everyone who lives in the ward.`,
      origins: people,
    },
    deprivation && {
      id: "deprivation",
      part: null,
      title: deprivation.title,
      ends: deprivation.higherIsMoreNeed ? ["most deprived", "least deprived"] : ["least deprived", "most deprived"],
      values: codes.map((code) => deprivation.wards[code] ?? Number.NaN),
      average: deprivation.place ?? Number.NaN,
      averageWords: "whole place",
      show: (value) => figure(value, 1),
      formula: `Mean of the ward's small areas, each counted by its people. Unit: ${deprivation.unit}. ${deprivation.higherIsMoreNeed ? "Higher is more need." : "Lower is more need."}`,
      origins: origin(deprivation.source),
    },
    settings.method === "raam"
      ? {
          id: "cost",
          part: "access",
          title: "Crowding and journey",
          values: [...wards.cost],
          average: total.cost,
          averageWords: "whole place",
          ends: ["hardest", "easiest"],
          show: (value) => figure(value, 2),
          formula: `Crowding ÷ average crowding + minutes ÷ ${settings.minutes}, where everyone goes where it costs them least. Lower is better. ${travel}.${unsettled ? ` ${unsettled}` : ""}`,
          origins: [...services, ...people],
        }
      : settings.method === "reach"
        ? {
            id: "reach",
            part: "reach",
            title: "In reach",
            values: [...wards.reach],
            average: total.reach,
            averageWords: "whole place",
            show: percent,
            formula: `${capital(group)} with ${withArticle(type.one)} within ${settings.minutes} minutes ÷ all ${group} of the ward. ${travel}.`,
            origins: [...services, ...people],
          }
        : {
            id: "access",
            part: "access",
            title: `${units} per ${perPeopleWords(type.unit)}`,
            values: [...wards.access].map((value) => value * per),
            average: total.access * per,
            averageWords: "whole place",
            show: (value) => figure(value, type.unit === "places" ? 1 : 2),
            formula: `${methodName(settings.method, type.unit)}: ${type.unit} that reach ${group} ÷ ${group} × ${perPeopleWords(type.unit)}. ${travel}.`,
            origins: [...services, ...people],
          },
    {
      id: "nearest",
      part: "reach",
      title: `Nearest ${type.one}`,
      ends: ["longest journey", "shortest journey"],
      values: [...wards.nearestMinutes],
      average: total.nearestMinutes,
      averageWords: "whole place",
      show: minutes,
      formula: `Minutes to the nearest ${type.one}, mean of the ward's ${group}. ${travel}.`,
      origins: [...services, ...people],
    },
  ];
  return list.filter((fact) => fact !== null && fact !== false);
}

/**
 * "Joint 3rd highest", "Lowest": where a value stands among all, counted from the end that it is nearer to. Values that
 * are shown alike stand alike.
 */
export function placeWords(
  own: number,
  values: readonly number[],
  [highest, lowest]: readonly [string, string] = ["highest", "lowest"],
  show: (value: number) => string = String,
): string {
  const others = values.filter((value) => show(value) !== show(own));
  if (others.length === 0 && values.length > 1) return "The same in each";
  const above = others.filter((value) => value > own).length;
  const below = others.length - above;
  const joint = above + below < values.length - 1 ? "joint " : "";
  const [rank, end] = above <= below ? [above + 1, highest] : [below + 1, lowest];
  return capital(`${joint}${rank === 1 ? "" : `${ordinal(rank)} `}${end}`);
}
