const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/** The number that a cell spells ("12", "-0.5", "29,199"), or null when it spells none. */
export function readNumber(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  return GROUPED.test(text) ? Number(text.replaceAll(",", "")) : null;
}

/** Whether a cell stands for "no value". */
export const isMissing = (file: { missing?: readonly string[] | undefined }, text: string): boolean =>
  (file.missing ?? ["", "NA"]).includes(text);
