import type { ProviderForm } from "../legal-forms.ts";
import type { Providers } from "./providers.ts";

const KINDS: Record<Exclude<ProviderForm, "unknown">, string> = {
  public: "public",
  private: "private",
  sme: "small-business",
  voluntary: "voluntary",
  community: "community",
  "social-enterprise": "social-enterprise",
};

const UNSAID = "whose legal form is not known";

/** What does not count, a sentence each; none where every record does. */
export function providersWords({ forms, unchecked }: Providers): string[] {
  const told: string[] = [];
  if (forms !== null) told.push(formsWords(forms));
  if (!unchecked) told.push("Records that nobody has checked lately are left out.");
  return told;
}

function formsWords(forms: readonly ProviderForm[]): string {
  const named = forms.flatMap((form) => (form === "unknown" ? [] : [KINDS[form]]));
  if (named.length === 0) return `Only services ${UNSAID} are counted.`;
  const last = named.at(-1) ?? "";
  const kinds = named.length === 1 ? last : `${named.slice(0, -1).join(", ")} and ${last}`;
  return named.length === forms.length
    ? `Only ${kinds} services are counted.`
    : `Only ${kinds} services, and those ${UNSAID}, are counted.`;
}

/** "2 wards' answers rest on unchecked records: A, B"; null where none does. */
export function restingWords(names: readonly string[], wards: number): string | null {
  if (names.length === 0) return null;
  if (names.length === wards && wards > 1) return `All ${wards} wards' answers rest on unchecked records.`;
  const which = names.length === 1 ? "1 ward's answer rests" : `${names.length} wards' answers rest`;
  return `${which} on unchecked records: ${names.join(", ")}.`;
}

/** Said where services are listed and none of them counts. */
export const noSuchServices = (many: string) => `None of the ${many} listed here is of these kinds, so none counts.`;
