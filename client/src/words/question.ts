import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { GapSettings, Method, TravelMode, Unit } from "@needs-map/shared/domain/gap/settings";

/** The name of a measure, in the unit that supply is counted in. */
export function methodName(method: Method, unit: Unit): string {
  if (method === "share") return `Shared ${unit}`;
  if (method === "2sfca") return `${capital(unit)} within reach`;
  if (method === "3sfca") return `Shared ${unit}, with choice`;
  if (method === "availability") return `${capital(unit)} available, as a count`;
  if (method === "raam") return "Crowding and journey";
  return method === "reach" ? "Can reach" : "Simple ratio";
}

export const METHOD_NOTES: Record<Method, string> = {
  share: "People share what they can reach; nearer counts for more.",
  "2sfca": "People share what they can reach; near and far count the same.",
  "3sfca": "As shared, and people choose among what they can reach.",
  availability: "As shared, told as what each ward has and not as a rate.",
  raam: "What people put up with when everyone goes where it costs them least.",
  reach: "How many people have any within the longest journey.",
  ratio: "What is inside the ward for the people who live there.",
};

export const MODE_NAMES: Record<TravelMode, string> = { walk: "Walk", wheel: "Wheel", cycle: "Cycle", car: "Car" };

const JOURNEYS: Record<TravelMode, string> = {
  walk: "walk",
  wheel: "journey by wheelchair",
  cycle: "bicycle ride",
  car: "drive",
};

/** What the line around everywhere within the longest journey is called. */
export const REACH_NAMES: Record<TravelMode, string> = {
  walk: "Walking reach",
  wheel: "Reach by wheelchair",
  cycle: "Cycling reach",
  car: "Driving reach",
};

/** "20-minute walk". */
export const journey = (settings: Pick<GapSettings, "minutes" | "mode">) =>
  `${settings.minutes}-minute ${JOURNEYS[settings.mode]}`;

/** "a youth club", "an allotment". */
export const withArticle = (noun: string) => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;

/** "aged 11 to 17", "aged 65 and over", "of all ages". */
export function agesWords(from: number, to: number): string {
  if (from === 0 && to >= 90) return "of all ages";
  if (to >= 90) return `aged ${from} and over`;
  if (from === to) return `aged ${from}`;
  return from === 0 ? `under ${to + 1}` : `aged ${from} to ${to}`;
}

/** "young people" while the ages are those the type starts with, else "people aged 5 to 9". */
export function groupWords(type: ServiceTypeListed, settings: Pick<GapSettings, "ageFrom" | "ageTo">): string {
  const asStarted = settings.ageFrom === type.ageFrom && settings.ageTo === type.ageTo;
  return asStarted ? type.group : `people ${agesWords(settings.ageFrom, settings.ageTo)}`;
}

/** "youth club places" or "pharmacy sites". */
export const supplyWords = (type: ServiceTypeListed) =>
  type.unit === "sites" && /\bsites?$/.test(type.one) ? type.many : `${type.one} ${type.unit}`;

/** The first letter as a capital. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
