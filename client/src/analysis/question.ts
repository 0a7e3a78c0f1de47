import type { Place } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { decayText, parseDecay } from "@needs-map/shared/domain/access/decay";
import type { Providers } from "@needs-map/shared/domain/gap/providers";
import { type GapSettings, takesDecay } from "@needs-map/shared/domain/gap/settings";
import { START_UPLIFT, type View, weightsText, writeQuery } from "../view/view.ts";

/** The question in full: what the view asks, filled up from the service type and the place. */
export interface Question {
  readonly type: ServiceTypeListed;
  readonly settings: GapSettings;
  readonly providers: Providers;
}

export function question(view: View, type: ServiceTypeListed, place: Pick<Place, "needWeights">): Question {
  return {
    type,
    providers: { forms: view.form, unchecked: view.unchecked },
    settings: {
      method: view.how,
      decay: view.decay !== null && takesDecay(view.how) ? parseDecay(view.decay) : null,
      mode: view.go,
      minutes: view.min ?? type.minutes,
      unit: type.unit,
      target: view.target ?? type.target,
      ageFrom: view.age?.from ?? type.ageFrom,
      ageTo: view.age?.to ?? type.ageTo,
      weights: view.w ?? place.needWeights,
      uplift: (view.up ?? START_UPLIFT) / 100,
    },
  };
}

/** The question as a query of the API with every setting written out, so that a file made from it stands alone. */
export function questionQuery({ type, settings, providers }: Question): string {
  return writeQuery({
    svc: type.id,
    age: `${settings.ageFrom}-${settings.ageTo}`,
    go: settings.mode,
    min: settings.minutes,
    target: settings.target,
    how: settings.method,
    decay: settings.decay === null ? null : decayText(settings.decay),
    w: weightsText(settings.weights),
    up: Math.round(settings.uplift * 100),
    form: providers.forms?.join(",") ?? null,
    unchecked: providers.unchecked ? null : "0",
  });
}

type Changed = Partial<Pick<View, "age" | "min" | "target" | "w" | "up">>;

/** Settings that equal the start of their type or place become null, so that links stay short and compare equal. */
export function withoutStartValues(
  changed: Changed,
  type: ServiceTypeListed,
  place: Pick<Place, "needWeights">,
): Changed {
  const next: { -readonly [Key in keyof Changed]: Changed[Key] } = { ...changed };
  if (next.age?.from === type.ageFrom && next.age.to === type.ageTo) next.age = null;
  if (next.min === type.minutes) next.min = null;
  if (next.target === type.target) next.target = null;
  if (next.up === START_UPLIFT) next.up = null;
  if (next.w && sameWeights(next.w, place.needWeights)) next.w = null;
  return next;
}

function sameWeights(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => (a[id] ?? 0) === (b[id] ?? 0));
}
