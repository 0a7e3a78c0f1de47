import type { Place } from "@needs-map/shared/contract/place";
import type { Ward } from "@needs-map/shared/contract/ward";
import { cutBandWords, unknownBorderWords } from "@needs-map/shared/domain/gap/caveat-words";
import { noSuchServices, providersWords, restingWords } from "@needs-map/shared/domain/gap/providers-words";
import type { GapResult } from "@needs-map/shared/domain/gap/result";
import { countsSupply, hasShortfall } from "@needs-map/shared/domain/gap/settings";
import { unsettledWords } from "@needs-map/shared/domain/gap/unsettled";
import type { Question } from "../analysis/question.ts";
import { type RankedWard, targetToTry, totalGap } from "../analysis/ranking.ts";
import { gapDigits, gapKind } from "./gap.ts";
import {
  dated,
  figure,
  list,
  percent,
  perPeople,
  rangeWords,
  roundedParts,
  supplyCount,
  unitDigits,
} from "./numbers.ts";
import { capital, groupWords, journey, supplyWords, withArticle } from "./question.ts";

/** Words with the ones that carry the answer marked. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean;
}

export interface Sentence {
  readonly head: readonly Piece[];
  readonly more: string;
}

export const plain = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join("");

const strong = (text: string): Piece => ({ text, strong: true });

/** "A, B and C" with the names strong. */
function strongList(names: readonly string[]): Piece[] {
  return names.flatMap((name, position) => {
    const between = position === 0 ? "" : position === names.length - 1 ? " and " : ", ";
    return [...(between ? [{ text: between }] : []), strong(name)];
  });
}

/** The answer for the whole place, in one plain sentence and a second, smaller one. */
export function placeSentence(question: Question, result: GapResult, ranked: readonly RankedWard[]): Sentence {
  const { type, settings } = question;
  const group = groupWords(type, settings);
  const total = totalGap(result, settings.method);
  const within = capital(
    `${percent(result.total.reach)} of ${group} live within a ${journey(settings)} of ${withArticle(type.one)}`,
  );
  const chosen = providersWords(question.providers)
    .map((words) => ` ${words}`)
    .join("");
  if (!Number.isFinite(total) && result.wards.nearestMinutes.every(Number.isNaN) && result.total.group > 0) {
    return {
      head: [strong("The cost cannot be said"), { text: `: no ${type.many} are counted.` }],
      more: chosen.trim(),
    };
  }
  if (!Number.isFinite(total)) {
    return { head: [strong("The gap cannot be said"), { text: `: no one here is among ${group}.` }], more: "" };
  }
  if (gapKind(settings.method) === "cost") return placeCost(total, ranked, `${within}.${chosen}`);
  const digits = gapDigits(settings.method, type.unit);
  const count = figure(total, digits);
  if (Number(total.toFixed(digits)) === 0) return nothingShort(question, result, `${within}.${chosen}`);
  const what = !hasShortfall(settings.method) ? `${group} out of reach` : `${supplyWords(type)} short`;
  const top = ranked.filter((ward) => ward.value > 0).slice(0, 3);
  const share = top.reduce((sum, ward) => sum + ward.value, 0) / total;
  const all = ranked.filter((ward) => ward.value > 0).length <= top.length;
  return {
    head: [
      strong(`${count} ${what}`),
      { text: ` across ${ranked.length} wards. ` },
      ...strongList(top.map((ward) => ward.name)),
      { text: all ? " make up all of it." : ` make up ${percent(share)} of it.` },
    ],
    more: `${within}.${chosen}`,
  };
}

/** The mean cost with the wards where it is highest; a ward has no part of it. */
function placeCost(mean: number, ranked: readonly RankedWard[], within: string): Sentence {
  const [first, second, third] = ranked.filter(({ value }) => Number.isFinite(value));
  const top = [first, second, third].flatMap((ward) => ward?.name ?? []);
  return {
    head: [
      strong(`Crowding and journey come to ${figure(mean, 2)}`),
      { text: ` on average; lower is better. ${top.length > 1 ? "Hardest in " : "It is all in "}` },
      ...strongList(top),
      { text: "." },
    ],
    more: within,
  };
}

function nothingShort({ type, settings }: Question, result: GapResult, within: string): Sentence {
  if (!hasShortfall(settings.method)) {
    return {
      head: [strong("Every ward is within reach"), { text: ` of ${withArticle(type.one)}.` }],
      more: within,
    };
  }
  const tried = targetToTry(result, settings.target, perPeople(type.unit));
  return {
    head: [strong("Every ward meets this target."), ...(tried ? [{ text: ` Try ${tried}.` }] : [])],
    more: within,
  };
}

/** One ward's answer with its likely range, and what lies behind it. */
export function wardSentence(question: Question, result: GapResult, ward: RankedWard): Sentence {
  const { type, settings } = question;
  const { wards } = result;
  const group = groupWords(type, settings);
  const reach = wards.reach[ward.row] ?? Number.NaN;
  const reached = Number.isFinite(reach)
    ? `${inEveryHundred(reach)} ${group} live within a ${journey(settings)} of ${withArticle(type.one)}.`
    : `No ${group} live here.`;
  if (!Number.isFinite(ward.value)) return { head: [strong("Cannot be said.")], more: reached };
  if (gapKind(settings.method) === "cost") {
    const mean = figure(result.total.cost, 2);
    const side =
      figure(ward.value, 2) === mean ? "the same as" : ward.value > result.total.cost ? "harder than" : "easier than";
    return {
      head: [
        strong(`Crowding and journey come to ${figure(ward.value, 2)}`),
        { text: `, ${side} the average of ${mean}.` },
      ],
      more: reached,
    };
  }
  if (!hasShortfall(settings.method)) {
    const head = [strong(`About ${figure(ward.value)} out of reach`), { text: `${bracketed(ward, figure)}.` }];
    return { head, more: reached };
  }
  const count = (value: number) => supplyCount(value, type.unit);
  const range = bracketed(ward, count);
  const digits = unitDigits(type.unit);
  const shown = Number(ward.value.toFixed(digits));
  if (shown === 0) {
    return { head: [strong(`No ${type.unit} short`), { text: `${range}.` }], more: reached };
  }
  const [nothing, less] = roundedParts(ward.value, wards.shortOutOfReach[ward.row] ?? Number.NaN, digits);
  const unit = shown === 1 ? type.unit.slice(0, -1) : type.unit;
  return {
    head: [strong(`About ${count(ward.value)} ${unit} short`), { text: `${range}.` }],
    more: settings.method === "ratio" ? reached : `${causes(count(nothing), count(less))} ${reached}`,
  };
}

/** " (likely 3 to 5)", or nothing where both ends are shown alike. */
function bracketed({ low, high }: RankedWard, show: (value: number) => string): string {
  const range = rangeWords(low, high, show);
  return range ? ` (${range})` : "";
}

/** "Only 12 in every 100", with everyone and no one said only when it is so. */
function inEveryHundred(share: number): string {
  const hundred = Math.round(share * 100);
  if (share === 1) return "All";
  if (share === 0) return "No";
  if (hundred === 100) return "Over 99 in every 100";
  if (hundred === 0) return "Fewer than 1 in every 100";
  return `${hundred < 50 ? "Only " : ""}${hundred} in every 100`;
}

/** The two causes of a shortfall. */
function causes(nothing: string, less: string): string {
  if (/^[0.]+$/.test(nothing)) return "There are services in reach, but not enough.";
  if (/^[0.]+$/.test(less)) return "All of it because nothing is in reach.";
  return `Of these, ${nothing} because nothing is in reach and ${less} because there is not enough.`;
}

/** What is known of a place that a figure rests on. */
export interface Ground {
  readonly place: Pick<Place, "neighbours" | "ageBands" | "peopleDate">;
  readonly wards: readonly Pick<Ward, "name" | "borderMetres">[];
  titleOf(indicator: string): string;
}

/** Whose services count, where not all of them do, and that there are none of them. */
function providerCaveats({ providers, type }: Question, { wards }: GapResult): string[] {
  const told = providersWords(providers);
  return told.length > 0 && wards.nearestMinutes.every(Number.isNaN) ? [...told, noSuchServices(type.many)] : told;
}

/**
 * What was left out or assumed, one sentence each.
 *
 * @param resting names of the wards whose answer rests on unchecked records
 */
export function caveats(
  question: Question,
  result: GapResult,
  ground: Ground,
  resting: readonly string[] = [],
): string[] {
  const { type, settings } = question;
  const { place, wards, titleOf } = ground;
  const rests = restingWords(resting, wards.length);
  const told = [...providerCaveats(question, result), ...(rests ? [rests] : [])];
  const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${figure(count)} ${more}`);
  const supplied = countsSupply(settings.method);
  const unsettled = unsettledWords(result.crowdingGap);
  if (unsettled) told.push(unsettled);
  if (supplied && result.servicesWithoutCapacity > 0) {
    told.push(
      `${many(result.servicesWithoutCapacity, `${type.one} is`, `${type.many} are`)} left out of the ${type.unit}, because the source does not say how many there are.`,
    );
  }
  if (supplied && result.servicesHalfWeight > 0) {
    told.push(
      `${many(result.servicesHalfWeight, `${type.one} has`, `${type.many} have`)} not been checked lately and count at half weight.`,
    );
  }
  for (const { id, areas } of result.missingIndicators) {
    told.push(`${titleOf(id)} is missing for ${many(areas, "small area", "small areas")}; its weight is shared there.`);
  }
  if (result.areasWithoutNeed > 0) {
    told.push(
      `${many(result.areasWithoutNeed, "small area has", "small areas have")} no measure of need; the target is not raised there.`,
    );
  }
  const { neighbours, ageBands } = place;
  const cut = cutBandWords(ageBands, settings);
  if (cut) told.push(cut);
  if (type.neighboursKnown && neighbours) {
    told.push(
      `${figure(type.neighbours)} ${type.neighbours === 1 ? type.one : type.many} and the people over the border count for the wards near it (neighbours: ${dated(neighbours.date)}).`,
    );
  } else {
    told.push(unknownBorderWords(type.many, wards, settings, list));
  }
  return told;
}

/** What the map shows, for those who do not see it: what is coloured, the highest and the lowest wards. */
export function mapDescription(
  title: string,
  values: readonly { name: string; value: number; shown: string }[],
): string {
  const said = values.filter(({ value }) => Number.isFinite(value)).sort((a, b) => b.value - a.value);
  const tell = (wards: typeof said) => list(wards.map(({ name, shown }) => `${name} (${shown})`));
  const first = said[0];
  const last = said.at(-1);
  if (!first || !last) return `Map of wards. ${title} cannot be said.`;
  const range = `Map of wards coloured by: ${title.toLowerCase()}, from ${last.shown} to ${first.shown}.`;
  if (said.length < 6) return `${range} Highest first: ${tell(said)}.`;
  return `${range} Highest: ${tell(said.slice(0, 3))}. Lowest: ${tell(said.slice(-3).reverse())}.`;
}
