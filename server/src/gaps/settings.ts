import type { GapQuery, Gaps } from "@needs-map/shared/contract/gaps";
import type { Problem } from "@needs-map/shared/contract/problem";
import type { ServiceType } from "@needs-map/shared/contract/service";
import { parseDecay } from "@needs-map/shared/domain/access/decay";
import type { Providers } from "@needs-map/shared/domain/gap/providers";
import { AGE_INDICATOR, type GapSettings, takesDecay } from "@needs-map/shared/domain/gap/settings";

/** How far need raises the target where the question does not say, in percent. */
const UPLIFT = 30;

/** What a place's questions start from. */
export interface StartValues {
  readonly types: readonly ServiceType[];
  /** Starting weights of the need index by indicator id. */
  readonly needWeights: Readonly<Record<string, number>>;
  /** Ids of the indicators that the place has. */
  readonly indicators: readonly string[];
}

/** A question with every blank filled in. */
export interface Question {
  readonly type: ServiceType;
  readonly settings: GapSettings;
  /** Whose services count. */
  readonly providers: Providers;
  /** The settings as the address writes them. */
  readonly told: Gaps["settings"];
}

type FieldError = NonNullable<Problem["errors"]>[number];

/**
 * Fills in what a question leaves open, from its service type and its place.
 *
 * @returns the fields that cannot be used here, when there are any
 */
export function resolveQuestion(query: GapQuery, start: StartValues): Question | readonly FieldError[] {
  const type = query.svc === undefined ? start.types[0] : start.types.find(({ id }) => id === query.svc);
  if (!type) {
    const known = start.types.map(({ id }) => id).join(", ");
    return [{ field: "svc", reason: known ? `Choose one of ${known}` : "No services are listed in this place yet" }];
  }
  const known = [...start.indicators, AGE_INDICATOR];
  const strange = Object.keys(query.w ?? {}).filter((id) => !known.includes(id));
  if (strange.length > 0) {
    return [{ field: "w", reason: `There is no indicator ${strange.join(", ")}. Choose from ${known.join(", ")}` }];
  }
  const [ageFrom = type.ageFrom, ageTo = type.ageTo] = query.age?.split("-").map(Number) ?? [];
  const told: Gaps["settings"] = {
    svc: type.id,
    age: `${ageFrom}-${ageTo}`,
    go: query.go ?? "walk",
    min: query.min ?? type.minutes,
    target: query.target ?? type.target,
    how: query.how ?? "share",
    decay: takesDecay(query.how ?? "share") ? (query.decay ?? null) : null,
    w: sorted(query.w ?? start.needWeights),
    up: query.up ?? UPLIFT,
    form: query.form ? [...query.form] : null,
    unchecked: query.unchecked !== "0",
  };
  return {
    type,
    told,
    providers: { forms: told.form, unchecked: told.unchecked },
    settings: {
      method: told.how,
      decay: told.decay === null ? null : parseDecay(told.decay),
      mode: told.go,
      minutes: told.min,
      unit: type.unit,
      target: told.target,
      ageFrom,
      ageTo,
      weights: told.w,
      uplift: told.up / 100,
    },
  };
}

const sorted = (weights: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(weights)
      .filter(([, weight]) => weight > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
