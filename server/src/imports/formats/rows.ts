import { counted, ImportError } from "../import-error.ts";

/** Only rows whose column has this value, or one of these. */
export type Only = Readonly<Record<string, string | readonly string[]>>;

/** @throws ImportError when a file holds another number of rows than the recipe says */
export function checkRows(file: { readonly path: string; readonly rows?: number | undefined }, found: number): void {
  if (file.rows !== undefined && found !== file.rows)
    throw new ImportError(`${file.path}: expected ${counted(file.rows)} rows, found ${counted(found)}.`);
}

/** Whether a row is one of those that count, by the text that it has in a column. */
export function isWanted(only: Only, text: (column: string) => string): boolean {
  for (const column in only) {
    const wanted = only[column];
    if (typeof wanted === "string" ? text(column) !== wanted : !wanted?.includes(text(column))) return false;
  }
  return true;
}
