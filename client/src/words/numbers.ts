import type { Unit } from "@needs-map/shared/domain/gap/settings";

const LANGUAGE = "en-GB";
const formats = [0, 1, 2].map(
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

/** Digits that a count of supply is shown with: whole places, tenths of sites. */
export const unitDigits = (unit: Unit) => (unit === "places" ? 0 : 1);

/** A count of places, or of sites to a tenth. */
export const supplyCount = (value: number, unit: Unit) => figure(value, unitDigits(unit));

/** How many people a rate is told for: 100 for places, 10,000 for sites. */
export const perPeople = (unit: Unit) => (unit === "places" ? 100 : 10_000);

/** "100" or "10,000". */
export const perPeopleWords = (unit: Unit) => figure(perPeople(unit));

/** A share 0…1 as a whole per cent. */
export const percent = (share: number) => (Number.isFinite(share) ? `${figure(share * 100)}%` : UNSAID);

/** A share 0…1 as a per cent to a tenth. */
export const finePercent = (share: number) => (Number.isFinite(share) ? `${figure(share * 100, 1)}%` : UNSAID);

const DATE = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(LANGUAGE, { month: "long", year: "numeric", timeZone: "UTC" });

/** "4 May 2025" from an ISO date or time. */
export const date = (iso: string) => DATE.format(new Date(iso));

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
