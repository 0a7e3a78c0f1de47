/** Why an import stopped, in words for the person who ran it. Nothing of the place has changed. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

/** A number as it is read: 11264 → "11,264". */
export const counted = (count: number): string => count.toLocaleString("en-GB");
