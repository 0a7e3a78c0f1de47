/** Why an import stopped, in words for the person who ran it. Nothing of the place has changed. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

/** A number as it is read: 11264 → "11,264". */
export const counted = (count: number): string => count.toLocaleString("en-GB");

/** The first few of a list, and how many more there are. */
export const few = (codes: readonly string[]): string =>
  codes.length > 5 ? `${codes.slice(0, 5).join(", ")} and ${counted(codes.length - 5)} more` : codes.join(", ");
