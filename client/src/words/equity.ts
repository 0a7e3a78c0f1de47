import type { Equity } from "@needs-map/shared/domain/gap/equity";
import { whyUnsaid } from "@needs-map/shared/domain/gap/equity-reasons";
import type { Point } from "@needs-map/shared/domain/stats/inequality";
import type { Question } from "../analysis/question.ts";
import { figure, finePercent, list, percent, perPeople, perPeopleWords, UNSAID } from "./numbers.ts";
import { agesWords, capital, groupWords, journey, withArticle } from "./question.ts";

/** Where a figure cannot be said: that, and why. */
const unsaid = (reason: string | undefined) => `${capital(UNSAID)}. ${reason ?? ""}`.trim();

/** How a value of access is shown: "8.1", "83%", "1.12". */
export function accessFigure({ type }: Question, { compared }: Equity, value: number): string {
  if (compared === "reach") return percent(value);
  if (compared === "cost") return figure(value, 2);
  return figure(value * perPeople(type.unit), type.unit === "places" ? 1 : 2);
}

/** What is compared, as a heading of a column. */
export function accessTitle({ type }: Question, { compared }: Equity): string {
  if (compared === "reach") return "In reach";
  if (compared === "cost") return "Crowding and journey";
  return `${capital(type.unit)} per ${perPeopleWords(type.unit)}`;
}

/** What is compared, in a sentence, and which way is better. */
export function comparedWords({ type, settings }: Question, { compared }: Equity): string {
  if (compared === "reach")
    return `What is compared is the share of people with ${withArticle(type.one)} within a ${journey(settings)}.`;
  if (compared === "cost")
    return "What is compared is a cost: crowding ÷ average crowding + minutes ÷ longest journey. Lower is better, so whoever has more of it is worse off.";
  return `What is compared is the number of ${type.unit} that each person can use, told per ${perPeopleWords(type.unit)} people.`;
}

/** "The most deprived fifth has 8.1 places per 100, the least deprived 11.9." */
export function fifthsSentence(asked: Question, told: Equity): string {
  const [first, last] = [told.fifths[0], told.fifths.at(-1)];
  if (!first || !last) return unsaid(whyUnsaid(told).fifths);
  const show = (value: number) => accessFigure(asked, told, value);
  const [most, least] = [show(first.access), show(last.access)];
  const { type, settings } = asked;
  if (told.compared === "reach") {
    const has = `${withArticle(type.one)} within a ${journey(settings)}`;
    return most === least
      ? `In the most and the least deprived fifth alike, ${most} have ${has}.`
      : `In the most deprived fifth ${most} have ${has}, in the least deprived ${least}.`;
  }
  if (told.compared === "cost")
    return most === least
      ? `Crowding and journey come to ${most} for the most and the least deprived fifth alike.`
      : `Crowding and journey come to ${most} for the most deprived fifth and ${least} for the least deprived; lower is better.`;
  const per = `${type.unit} per ${perPeopleWords(type.unit)}`;
  return most === least
    ? `The most and the least deprived fifth both have ${most} ${per}.`
    : `The most deprived fifth has ${most} ${per}, the least deprived ${least}.`;
}

export const FIFTHS = ["1, most deprived", "2", "3", "4", "5, least deprived"] as const;

/** "Under 16", "16 to 64", "65 and over". */
export const ageGroupName = (from: number, to: number) => capital(agesWords(from, to).replace(/^aged /, ""));

/** What each age group would have if the service were for it alone. */
export function agesSentence(asked: Question, told: Equity): string {
  const known = told.ages.filter(({ access }) => Number.isFinite(access));
  const why = whyUnsaid(told).ages;
  if (known.length === 0) return unsaid(why);
  const { type } = asked;
  const of = told.compared === "reach" ? "of" : "for";
  const said = known.map(
    ({ from, to, access }) => `${accessFigure(asked, told, access)} ${of} people ${agesWords(from, to)}`,
  );
  const what =
    told.compared === "reach"
      ? `In reach of ${withArticle(type.one)}:`
      : told.compared === "cost"
        ? "Crowding and journey, if one age group alone used them:"
        : `${capital(type.unit)} per ${perPeopleWords(type.unit)}, if they were for one age group alone:`;
  return `${what} ${list(said)}.${why ? ` The rest ${UNSAID}. ${why}` : ""}`;
}

/** Share of access at the middle of the people, on a curve that has points. */
export function halfway(curve: readonly Point[]): number {
  const next = curve.findIndex(([x]) => x >= 0.5);
  const [after, before] = [curve[next], curve[next - 1]];
  if (!after || !before) return Number.NaN;
  const [x0, y0] = before;
  const [x1, y1] = after;
  return y0 + ((0.5 - x0) / (x1 - x0)) * (y1 - y0);
}

const all = (told: Equity) =>
  told.compared === "reach" ? "of all who are in reach" : told.compared === "cost" ? "of all cost" : "of all access";

/** "The half of young people with the least access have 31% of all access." */
export function giniSentence({ type, settings }: Question, told: Equity): string {
  if (Number.isNaN(told.gini)) return unsaid(whyUnsaid(told).gini);
  const least = told.compared === "cost" ? "cost" : "access";
  const share = finePercent(halfway(told.lorenz));
  return `The half of ${groupWords(type, settings)} with the least ${least} have ${share} ${all(told)}. The Gini coefficient is ${figure(told.gini, 2)}.`;
}

/** "The most deprived half of young people have 44% of all access. The concentration index is 0.05: …" */
export function concentrationSentence({ type, settings }: Question, told: Equity): string {
  if (Number.isNaN(told.concentration)) return unsaid(whyUnsaid(told).concentration);
  const shown = figure(told.concentration, 2);
  const what = told.compared === "cost" ? "a higher cost" : told.compared === "reach" ? "more in reach" : "more";
  const side = Number(told.concentration.toFixed(2));
  const means =
    side === 0 ? "deprivation makes hardly any difference" : `the ${side > 0 ? "less" : "more"} deprived have ${what}`;
  return `The most deprived half of ${groupWords(type, settings)} have ${finePercent(halfway(told.concentrationCurve))} ${all(told)}. The concentration index is ${shown.replace("-", "−")}: ${means}.`;
}

/** One index with its value and its meaning. */
export interface IndexTold {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

/** Every index in words; what cannot be said has its reason. */
export function indexRows({ type, settings }: Question, told: Equity): IndexTold[] {
  const why = whyUnsaid(told);
  const row = (
    id: "gini" | "concentration" | "palma" | "below" | "depth" | "severity",
    name: string,
    shown: string,
    meaning: string,
  ): IndexTold => ({
    name,
    value: Number.isNaN(told[id]) ? UNSAID : shown.replace("-", "−"),
    meaning: why[id] ?? meaning,
  });
  const held = told.compared === "cost" ? "cost" : "access";
  const group = groupWords(type, settings);
  return [
    row("gini", "Gini coefficient", figure(told.gini, 2), "0: everyone has the same. 1: one has all."),
    row(
      "concentration",
      "Concentration index",
      figure(told.concentration, 2),
      `Below 0 the more deprived have more ${held}, above 0 the less deprived.`,
    ),
    row(
      "palma",
      "Palma ratio",
      figure(told.palma, 2),
      `Mean ${held} of the least deprived tenth ÷ that of the most deprived four tenths. 1: the same.`,
    ),
    row(
      "below",
      "Below the target (FGT 0)",
      finePercent(told.below),
      `${capital(group)} in small areas whose mean access is below the target there.`,
    ),
    row(
      "depth",
      "How far below (FGT 1)",
      finePercent(told.depth),
      "What is missing, as a part of the target, over everyone.",
    ),
    row(
      "severity",
      "How unevenly below (FGT 2)",
      figure(told.severity, 3),
      "The same with each part squared, so that those far below count for more.",
    ),
  ];
}
