import { ImportError } from "../import-error.ts";
import type { LeftOut, Recognised } from "./recognised.ts";
import type { Column } from "./survey.ts";

/** Files that are being settled into one place. */
export interface Settling {
  readonly known: readonly Recognised[];
  readonly left: LeftOut[];
  leave(path: string, why: string): void;
}

export function settling(known: readonly Recognised[], left: readonly LeftOut[]): Settling {
  const all = [...left];
  return { known, left: all, leave: (path, why) => void all.push({ path, why }) };
}

/** A column that was just recognised is always there. */
export function measureless(path: string, column: string | undefined): Column {
  throw new ImportError(`${path} has no column "${column ?? ""}".`);
}
