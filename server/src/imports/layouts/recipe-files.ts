import { slug, wordsOf } from "./headings.ts";
import type { Recognised } from "./recognised.ts";
import type { Surveyed } from "./survey.ts";

const NOT_TOLD = "not told";

const PUBLISHERS: readonly (readonly [RegExp, string])[] = [
  [/^(wd|lsoa|oa)\d\dcd$/, "Office for National Statistics"],
  [/^lsoacode20(11|21)$|^imdscore$|^lsoa21code$/, "Ministry of Housing, Communities and Local Government"],
  [/^pcds?$/, "Office for National Statistics"],
  [/^registeredcharitynumber$/, "Charity Commission for England and Wales"],
  [/^establishmentname$/, "Department for Education"],
];

/** What a recipe says of every file: where it lies, how it is read, and whose it is as far as its columns tell. */
export function entryOf({ file }: Recognised, id: string, vintage: string | null) {
  const [, publisher = NOT_TOLD] =
    PUBLISHERS.find(([key]) => file.columns.some((column) => key.test(column.key))) ?? [];
  return {
    id: slug(id),
    title: wordsOf(file.title),
    path: file.path.replace(/\.gz$/i, ""),
    publisher,
    licence: NOT_TOLD,
    vintage: vintage ?? yearIn(file) ?? NOT_TOLD,
    url: null,
    note: "The council's own file. Write its publisher, licence and date into the recipe.",
    ...file.reading,
  };
}

const yearIn = ({ path, title }: Surveyed) => /(?<!\d)(19|20)\d{2}(?!\d)/.exec(`${title} ${path}`)?.[0];
