import { isPostcode, mostly } from "./headings.ts";
import type { Surveyed } from "./survey.ts";

/** The 27 fields of the NHS list of practices, which is published without headings. */
export const EPRACCUR_HEADINGS = [
  "organisation code",
  "name",
  "national grouping",
  "health geography",
  "address 1",
  "address 2",
  "address 3",
  "address 4",
  "address 5",
  "postcode",
  "open date",
  "close date",
  "status",
  "organisation sub-type",
  "commissioner",
  "join date",
  "left date",
  "telephone",
  "null 1",
  "null 2",
  "null 3",
  "amended",
  "null 4",
  "provider or purchaser",
  "null 5",
  "prescribing setting",
  "null 6",
];

/** Whether a table is that list: 27 fields without headings, codes of practices first, postcodes tenth. */
export function isEpraccur({ reading, columns }: Surveyed): boolean {
  if (!reading.headings || columns.length !== EPRACCUR_HEADINGS.length) return false;
  const [code, , , , , , , , , postcode] = columns;
  return (
    code !== undefined &&
    postcode !== undefined &&
    mostly(code, (text) => /^[A-Z]\d{5}$|^[A-Z0-9]{5,8}$/.test(text)) &&
    mostly(postcode, isPostcode)
  );
}
