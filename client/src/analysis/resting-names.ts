import type { Answered } from "./use-gaps.ts";

/** Names of the wards whose answer rests on unchecked records, as far as that is known. */
export function restingNames(
  { resting, codes }: Pick<Answered, "resting" | "codes">,
  wards: readonly { readonly code: string; readonly name: string }[],
): string[] {
  const names = new Map(wards.map(({ code, name }) => [code, name]));
  return (resting ?? []).map((row) => names.get(codes[row] ?? "") ?? codes[row] ?? "");
}
