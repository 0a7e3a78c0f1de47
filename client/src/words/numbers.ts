import type { Unit } from "@needs-map/shared/domain/gap/settings";

const LANGUAGE = "en-GB";
const formats = [0, 1, 2, 3, 4, 5, 6].map(
  (digits) => new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** What stands where a figure cannot be said. */
export const UNSAID = "cannot be said";

/** A number to so many digits after the point; NaN in words. */
export function figure(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return UNSAID;
  const rounded = Number(value.toFixed(digits));
  return (formats[digits] ?? new Intl.NumberFormat(LANGUAGE)).format(rounded === 0 ? 0 : rounded);
}

const FINE = new Intl.NumberFormat(LANGUAGE, { maximumSignificantDigits: 4 });

/** A number of any size to four digits that count; NaN in words. */
export const fine = (value: number) => (Number.isFinite(value) ? FINE.format(value) : UNSAID);

/** Digits after the point that show a number of this size to about four digits that count, at least so many. */
export const fineDigits = (value: number, least: number) =>
  value > 0 ? Math.min(6, Math.max(least, 3 - Math.floor(Math.log10(value)))) : least;

/** Digits that a count of supply is shown with: whole places, tenths of sites. */
export const unitDigits = (unit: Unit) => (unit === "places" ? 0 : 1);

/** A count of places, or of sites to a tenth. */
export const supplyCount = (value: number, unit: Unit) => figure(value, unitDigits(unit));

/** How many people a rate is told for: 100 for places, 10,000 for sites. */
export const perPeople = (unit: Unit) => (unit === "places" ? 100 : 10_000);

/** "100" or "10,000". */
export const perPeopleWords = (unit: Unit) => figure(perPeople(unit));

/** What a sum of many fractions may be away from the whole number that it stands for. */
const NOISE = 1e-9;

/**
 * A part of a hundred, to so many digits. Nothing and everything are said only when they are exact: nearly all is
 * "over 99", next to nothing "under 1".
 */
export function hundredths(given: number, digits = 0): string {
  const value = Math.abs(given - Math.round(given)) < NOISE ? Math.round(given) : given;
  const step = 10 ** -digits;
  const rounded = Number(value.toFixed(digits));
  if (value > 0 && rounded === 0) return `under ${figure(step, digits)}`;
  if (value < 100 && rounded === 100) return `over ${figure(100 - step, digits)}`;
  return figure(value, digits);
}

/** A share 0…1 as a whole per cent. */
export const percent = (share: number) => (Number.isFinite(share) ? `${hundredths(share * 100)}%` : UNSAID);

/** A share 0…1 as a per cent to a tenth. */
export const finePercent = (share: number) => (Number.isFinite(share) ? `${hundredths(share * 100, 1)}%` : UNSAID);

/**
 * A part of a whole and the rest, rounded so that they add up to the whole as it is shown: both are cut off, and what is
 * then missing goes to the one that lost more (the largest remainder).
 */
export function roundedParts(whole: number, part: number, digits: number): readonly [number, number] {
  const scale = 10 ** digits;
  const all = Math.round(Number(whole.toFixed(digits)) * scale);
  const [first, rest] = [part * scale, (whole - part) * scale];
  const [least, spare] = [Math.floor(first + NOISE), Math.floor(rest + NOISE)];
  const missing = all - least - spare;
  const given = least + (missing === 2 || (missing === 1 && first - least >= rest - spare) ? 1 : 0);
  return [given / scale, (all - given) / scale];
}

/** "likely 3 to 5"; null where both ends are shown alike. */
export function rangeWords(low: number, high: number, show: (value: number) => string): string | null {
  return show(low) === show(high) ? null : `likely ${show(low)} to ${show(high)}`;
}

const DATE = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(LANGUAGE, { month: "long", year: "numeric", timeZone: "UTC" });

/** "4 May 2025" from an ISO date or time. */
export const date = (iso: string) => DATE.format(new Date(iso));

/** "30 June 2024" for a whole date; other words, such as "mid-2025", stay. */
export const dated = (when: string) => (/^\d{4}-\d{2}-\d{2}$/.test(when) ? date(when) : when);

/** "May 2025" from an ISO date. */
export const month = (iso: string) => MONTH.format(new Date(iso));

/** "A, B and C". */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** "1st", "2nd", "23rd". */
export function ordinal(rank: number): string {
  const tens = rank % 100;
  if (tens > 10 && tens < 14) return `${rank}th`;
  return `${rank}${["th", "st", "nd", "rd"][rank % 10] ?? "th"}`;
}
