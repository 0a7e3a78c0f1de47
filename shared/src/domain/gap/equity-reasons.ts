import type { Equity } from "./equity.ts";

/** Figures of an equity answer that may be impossible to give. */
export const MAY_BE_UNSAID = [
  "ages",
  "fifths",
  "gini",
  "palma",
  "concentration",
  "below",
  "depth",
  "severity",
] as const;
export type MayBeUnsaid = (typeof MAY_BE_UNSAID)[number];

/** Why figures cannot be said, by name; a figure that is not named can be said. */
export function whyUnsaid(told: Equity): Partial<Record<MayBeUnsaid, string>> {
  const general = nothingToCompare(told);
  const why: Partial<Record<MayBeUnsaid, string>> = {};
  if (told.ages.some(({ access }) => Number.isNaN(access)))
    why.ages = told.ages.every(({ people }) => people > 0)
      ? "There is no service with anything to offer, so no cost is known."
      : "In some of these age groups nobody lives here.";
  if (Number.isNaN(told.gini)) why.gini = general;
  const unranked = told.fifths.length === 0 ? (unknown(told) ?? "No deprivation of small areas is known here.") : null;
  if (unranked !== null) why.fifths = unranked;
  if (Number.isNaN(told.concentration)) why.concentration = unranked ?? general;
  if (Number.isNaN(told.palma))
    why.palma =
      unranked ?? (told.all.access > 0 ? "The most deprived four tenths have none to compare with." : general);
  for (const name of ["below", "depth", "severity"] as const)
    if (Number.isNaN(told[name]))
      why[name] =
        told.compared === "access"
          ? "Nobody of these ages lives here."
          : "This measure has no target that one could be below.";
  return why;
}

/** Why nothing is known of anybody; null when something is. */
function unknown({ all }: Equity): string | null {
  if (!(all.people > 0)) return "Nobody of these ages lives here.";
  return Number.isNaN(all.access) ? "There is no service with anything to offer, so no cost is known." : null;
}

const nothingToCompare = (told: Equity): string =>
  unknown(told) ??
  (told.compared === "cost"
    ? "It costs nobody anything, so there is nothing to share out."
    : "Nobody has any, so there is nothing to share out.");
