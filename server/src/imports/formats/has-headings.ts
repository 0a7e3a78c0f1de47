import { readNumber } from "./number.ts";

type Kind = "empty" | "number" | "code" | "text";

/**
 * Whether the first row of a table names its columns. It does not when it has what only data have (a code of an area,
 * a postcode, a day), or has nothing that tells it from the rows below; it does when it has words over columns of
 * figures or codes.
 *
 * @param rows the first rows of a table, the one in question first
 */
export function hasHeadings(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...below] = rows;
  if (first.some(isDatum)) return false;
  const named = first.filter((cell) => cell !== "");
  if (named.length === 0 || new Set(named).size < named.length) return below.length === 0 && named.length > 0;
  if (below.length === 0) return first.every((cell) => kindOf(cell) === "text");
  const overOther = first.some((cell, column) => {
    const kind = commonKind(below, column);
    return kindOf(cell) === "text" && (kind === "number" || kind === "code");
  });
  if (overOther) return true;
  const filled = named.length === first.length || named.length >= 0.8 * first.length;
  return filled && first.every((cell, column) => cell === "" || !below.some((row) => row[column] === cell));
}

/** A code of an area, a postcode, a day or an e-mail address: no column is called so. */
const isDatum = (cell: string): boolean =>
  /^[EWSN]\d{8}$/.test(cell) ||
  /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/.test(cell) ||
  /^(\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4}|(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01]))$/.test(cell) ||
  /^\S+@\S+\.\S+$/.test(cell);

function kindOf(cell: string): Kind {
  if (cell === "") return "empty";
  if (readNumber(cell) !== null) return "number";
  return isDatum(cell) || /^[A-Z]{0,4}\d{3,}[A-Z]?$/.test(cell) ? "code" : "text";
}

/** The kind that nine in ten of a column's cells have, or "text". */
function commonKind(rows: readonly (readonly string[])[], column: number): Kind {
  const kinds = rows.map((row) => kindOf(row[column] ?? "")).filter((kind) => kind !== "empty");
  const most = (kind: Kind) => kinds.length > 0 && kinds.filter((one) => one === kind).length >= 0.9 * kinds.length;
  return most("number") ? "number" : most("code") ? "code" : "text";
}
