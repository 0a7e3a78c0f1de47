import type { VersionChanges } from "@needs-map/shared/contract/data-version";
import { counted } from "./import-error.ts";

/** What is other than in the version before, in one line. */
export function changesInWords({ since, wards, smallAreas, services, people }: VersionChanges): string {
  const parts = [
    moved("wards", wards),
    moved("small areas", smallAreas),
    moved("services", services, services.moved),
    Math.abs(people.difference) >= 0.5 || people.wards > 0
      ? `people ${signed(people.difference)} (${counted(people.wards)} wards differ)`
      : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? `the same as version ${since}` : `since version ${since}: ${parts.join("; ")}`;
}

function moved(name: string, { added, gone }: { added: number; gone: number }, elsewhere = 0): string | null {
  if (added + gone + elsewhere === 0) return null;
  const parts = [`${counted(added)} added`, `${counted(gone)} gone`];
  if (elsewhere > 0) parts.push(`${counted(elsewhere)} moved`);
  return `${name} ${parts.join(", ")}`;
}

const signed = (difference: number) => `${difference < 0 ? "−" : "+"}${counted(Math.abs(Math.round(difference)))}`;
