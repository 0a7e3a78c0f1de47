import type { ServiceType } from "@needs-map/shared/contract/service";
import { cutBandWords, unknownBorderWords } from "@needs-map/shared/domain/gap/caveat-words";
import { noSuchServices, providersWords, restingWords } from "@needs-map/shared/domain/gap/providers-words";
import type { GapResult } from "@needs-map/shared/domain/gap/result";
import { hasShortfall } from "@needs-map/shared/domain/gap/settings";
import { unsettledWords } from "@needs-map/shared/domain/gap/unsettled";
import type { Question } from "./settings.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Why columns of an answer are empty, by column name. */
export function notesFor({ settings, type, providers }: Question, { wards }: GapResult): Record<string, string> {
  const notes: Record<string, string> = {
    asking: "Residents' needs are not collected yet.",
    stability: hasShortfall(settings.method)
      ? "How often a ward stays among the five worst is told at gaps/sureness."
      : "Only a measure with an amount to be short of has a list of the five worst.",
  };
  const filtered = providersWords(providers).length > 0;
  const nothing = filtered ? noSuchServices(type.many) : `No ${type.many} are listed here.`;
  const isNothing = wards.nearestMinutes.every(Number.isNaN);
  if (settings.method !== "raam") notes.cost = "Only the rational agent model has a cost.";
  else if (isNothing) notes.cost = nothing;
  if (!hasShortfall(settings.method)) {
    const why =
      settings.method === "reach"
        ? `"Can reach" counts who has a ${type.one} within the longest journey, so there is no amount to be short of.`
        : "The rational agent model gives a cost, crowding plus journey, so there is no amount to be short of.";
    for (const column of [
      "supply",
      "short",
      "low",
      "high",
      "shortOutOfReach",
      "shortNotEnough",
      "coverage",
      "access",
    ]) {
      notes[column] = why;
    }
  }
  if (isNothing) notes.nearestMinutes = nothing;
  if (wards.need.every(Number.isNaN)) notes.need = "None of the chosen indicators is known here.";
  if (wards.group.some((group) => group === 0)) {
    notes.reach = "A ward without people of these ages has no share, no coverage and no access.";
  }
  return notes;
}

/** What a place's figures rest on. */
export interface Ground {
  /** Age bands, first and last year, that people were counted in; null where every single year was. */
  readonly ageBands: readonly (readonly [number, number])[] | null;
  /** Whether services of the type, and people, are loaded over the border. */
  readonly known: boolean;
  /** The date of the people there. */
  readonly neighboursDate: string;
  /** The wards with their distance to it, in metres. */
  readonly wards: readonly { readonly name: string; readonly borderMetres: number }[];
}

/** Whose services count, and which wards' answers rest on unchecked records. */
export function providerCaveats(
  { providers, type }: Question,
  { counted, resting, wards }: { counted: number; resting: readonly string[]; wards: readonly unknown[] },
): string[] {
  const chosen = providersWords(providers);
  const rests = restingWords(resting, wards.length);
  return [
    ...chosen,
    ...(chosen.length > 0 && counted === 0 ? [noSuchServices(type.many)] : []),
    ...(rests ? [rests] : []),
  ];
}

/** What an answer leaves out or assumes, one sentence each. */
export function caveatsFor(
  question: Question,
  result: GapResult,
  titleOf: (indicator: string) => string,
  ground: Ground,
): string[] {
  const { type, settings } = question;
  const caveats = settings.method === "reach" ? [] : serviceCaveats(type, result);
  const unsettled = unsettledWords(result.crowdingGap);
  if (unsettled) caveats.push(unsettled);
  for (const { id, areas } of result.missingIndicators) {
    caveats.push(
      `${titleOf(id)} is missing for ${plural(areas, "small area", "small areas")}; there its weight is shared among the other indicators.`,
    );
  }
  if (result.areasWithoutNeed > 0) {
    caveats.push(
      `${plural(result.areasWithoutNeed, "small area has", "small areas have")} no indicator at all; the target there is not raised.`,
    );
  }
  const cut = cutBandWords(ground.ageBands, settings);
  if (cut) caveats.push(cut);
  caveats.push(borderCaveat(question, ground));
  if (hasShortfall(settings.method)) {
    caveats.push(
      "The range is over journeys a quarter shorter and longer, and over ±1.96√people a ward, which is assumed because no margin is published.",
    );
  }
  return caveats;
}

function borderCaveat({ type, settings }: Question, { known, neighboursDate, wards }: Ground): string {
  if (known)
    return `${type.title} and people over the border count for the wards near it (neighbours: ${neighboursDate}).`;
  return unknownBorderWords(type.many, wards, settings);
}

function serviceCaveats(type: ServiceType, { servicesWithoutCapacity, servicesHalfWeight }: GapResult): string[] {
  const caveats: string[] = [];
  if (servicesWithoutCapacity > 0) {
    caveats.push(
      `${plural(servicesWithoutCapacity, type.one, type.many)} without a published number of places ${servicesWithoutCapacity === 1 ? "is" : "are"} left out of supply.`,
    );
  }
  if (servicesHalfWeight > 0) {
    caveats.push(
      `${plural(servicesHalfWeight, `${type.one} whose record is not checked counts`, `${type.many} whose records are not checked count`)} half.`,
    );
  }
  return caveats;
}
