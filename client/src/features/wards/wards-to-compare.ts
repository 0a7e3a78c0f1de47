/** How many wards can stand side by side. */
export const MOST_COMPARED = 4;

/** What a tick or its removal comes to. */
export interface Chosen {
  readonly codes: readonly string[];
  /** Whether one more was asked for than can be compared; the choice then stays. */
  readonly full: boolean;
}

/** The wards that are compared after one was ticked or unticked; a fifth is refused. */
export function choose(codes: readonly string[], code: string, on: boolean): Chosen {
  if (!on) return { codes: codes.filter((one) => one !== code), full: false };
  if (codes.includes(code)) return { codes, full: false };
  if (codes.length >= MOST_COMPARED) return { codes, full: true };
  return { codes: [...codes, code], full: false };
}

/** The wards of a link: those that can be compared, those beyond the most, and codes that are not here. */
export function comparedWards(
  asked: readonly string[],
  known: ReadonlySet<string>,
): { readonly shown: readonly string[]; readonly beyond: readonly string[]; readonly unknown: readonly string[] } {
  const here = asked.filter((code) => known.has(code));
  return {
    shown: here.slice(0, MOST_COMPARED),
    beyond: here.slice(MOST_COMPARED),
    unknown: asked.filter((code) => !known.has(code)),
  };
}
