import { METHODS } from "@needs-map/shared/domain/gap/settings";
import { PROVIDER_FORMS } from "@needs-map/shared/domain/legal-forms";
import { parseView, type Query, viewQuery } from "./view.ts";

/** Keys whose values can be wrong, what they are in words, and what they may be. */
const RULES: Readonly<Record<string, { readonly what: string; readonly may: string; readonly start?: string }>> = {
  by: { what: "way of colouring", may: "short, need, cover or both", start: "short" },
  age: { what: "ages", may: "youngest-oldest, from 0 to 90, such as 11-17" },
  go: { what: "way of getting there", may: "walk, wheel, cycle or car", start: "walk" },
  min: { what: "longest journey", may: "5 to 60 whole minutes" },
  target: { what: "target", may: "above 0 and up to 1000" },
  how: { what: "method", may: METHODS.join(", "), start: "share" },
  decay: { what: "decay", may: "such as gaussian:10 or step:10=1,20=.68" },
  w: { what: "weights", may: "indicator:weight from 0 to 100, not all 0" },
  up: { what: "rise for need", may: "0 to 100", start: "30" },
  unchecked: { what: "choice about unchecked records", may: "0 leaves them out", start: "1" },
};

/**
 * What a link asked for that cannot be, a sentence each. Such values are left out of the view, which then shows the
 * usual ones; a reader has to be told, or another question's answer would be taken for this one's.
 */
export function linkFaults(query: Query): string[] {
  const whole = Object.entries(RULES).flatMap(([key, { what, may, start }]) => {
    const written = query[key];
    if (written === undefined || String(written) === start) return [];
    if (viewQuery(parseView({ [key]: written }))[key] !== undefined) return [];
    return [`The link’s ${what} “${String(written).slice(0, 40)}” cannot be used (${may}); the usual one is shown.`];
  });
  return [...whole, ...formFaults(query.form)];
}

/** Kinds of provider that there are not; the others of the list count all the same. */
function formFaults(written: unknown): string[] {
  if (written === undefined) return [];
  const named = String(written).split(",");
  const strange = named.filter((form) => !(PROVIDER_FORMS as readonly string[]).includes(form));
  if (strange.length === 0) return [];
  const rest = strange.length < named.length ? "only the others of the link count" : "every kind counts";
  return [
    `The link’s kind of provider “${strange.join(", ").slice(0, 40)}” is not known (${PROVIDER_FORMS.join(", ")}); ${rest}.`,
  ];
}

/** The indicators that a view weighs and the place does not have, and its weights without them. */
export function knownWeights(
  weights: Readonly<Record<string, number>> | null,
  known: ReadonlySet<string>,
): { readonly weights: Readonly<Record<string, number>> | null; readonly unknown: readonly string[] } {
  const entries = Object.entries(weights ?? {});
  const unknown = entries.filter(([id]) => !known.has(id)).map(([id]) => id);
  if (unknown.length === 0) return { weights, unknown };
  const kept = entries.filter(([id]) => known.has(id));
  return { weights: kept.some(([, weight]) => weight > 0) ? Object.fromEntries(kept) : null, unknown };
}
