import { AGES } from "@needs-map/shared/domain/place-arrays";

/** First and last year of age; 90 stands for 90 and over. */
export type Band = readonly [number, number];

const OLDEST = AGES - 1;
const NUMBER = "(?<![\\d.])(\\d{1,3})(?!\\d)";
const RANGE = new RegExp(`${NUMBER}\\s*(?:years?)?\\s*(?:-|–|to|_)\\s*(?:under\\s*)?${NUMBER}`);
const OVER = new RegExp(`${NUMBER}\\s*(?:years?|yrs)?\\s*(?:\\+|plus|(?:and|or|&) (?:over|above|older))`);
const AND_UNDER = new RegExp(`${NUMBER}\\s*(?:years?|yrs)?\\s*(?:and|or|&) (?:under|younger|below)`);
const UNDER = new RegExp(`(?:under|less than|below)\\s*${NUMBER}`);
const SINGLE = new RegExp(
  `^(?:.*(?:aged?|years? of age|yrs?|persons?|people|males?|females?|men|women|all)\\s*:?\\s*)?${NUMBER}(?:\\s*(?:years?|yrs?)(?: old)?)?$|^[mfp]${NUMBER}$|^[mfp]?${NUMBER}$`,
);

/**
 * The ages that a heading or a category names: "Aged 5 to 9 years", "0-15", "60 and over", "aged_0", "90+", "M12";
 * null when it names none.
 */
export function ageBand(text: string): Band | null {
  const words = plain(text);
  const range = RANGE.exec(words);
  if (range) return band(Number(range[1]), Number(range[2]));
  const over = OVER.exec(words);
  if (over) return band(Number(over[1]), Number.POSITIVE_INFINITY);
  const andUnder = AND_UNDER.exec(words);
  if (andUnder) return band(0, Number(andUnder[1]));
  const under = UNDER.exec(words);
  if (under) return band(0, Number(under[1]) - 1);
  const single = SINGLE.exec(words);
  const age = single?.slice(1).find((digits) => digits !== undefined);
  return age === undefined ? null : band(Number(age), Number(age));
}

/** Without years of the calendar, units and what Nomis writes around a label. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/;?\s*measures?:\s*\w+/g, "")
    .replaceAll(/\b(mid|in|at|census)?[\s-]?(19|20)\d{2}\b/g, "")
    .replaceAll(/(?<=[a-z])(?=\d)/g, " ")
    .replaceAll(/_/g, " ")
    .replaceAll(/\b([mfp]) (\d)/g, "$1$2")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?[;:] ?$/g, "")
    .trim();

function band(from: number, to: number): Band | null {
  if (from > to || from > 120) return null;
  return [Math.min(from, OLDEST), Math.min(to, OLDEST)];
}

/**
 * The finest set of bands that covers every age once, as positions; null when there is none. Several bands of the oldest
 * year (90, 91, … 100 and over) belong together unless one of them is "90 and over" by itself.
 */
export function tiling(bands: readonly (Band | null)[], isOpen: (at: number) => boolean): number[] | null {
  const oldest = positions(bands, OLDEST, OLDEST);
  const open = oldest.filter(isOpen);
  const closed = oldest.filter((at) => !isOpen(at));
  const lasts = closed.length > 1 ? oldest : open.length > 0 ? open.slice(0, 1) : oldest;
  const cover = (age: number): number[] | null => {
    if (age > OLDEST) return [];
    for (let to = age; to <= OLDEST; to++) {
      const found = age === OLDEST ? lasts : positions(bands, age, to).slice(0, 1);
      const rest = found.length > 0 ? cover(to + 1) : null;
      if (rest) return [...found, ...rest];
    }
    return null;
  };
  return cover(0);
}

const positions = (bands: readonly (Band | null)[], from: number, to: number): number[] =>
  bands.flatMap((one, at) => (one && one[0] === from && one[1] === to ? [at] : []));
