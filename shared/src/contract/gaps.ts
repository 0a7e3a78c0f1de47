import { z } from "zod";
import { decayText, parseDecay } from "../domain/access/decay.ts";
import { providerForms } from "../domain/gap/providers.ts";
import { METHODS, TRAVEL_MODES, UNITS } from "../domain/gap/settings.ts";
import { MOVED } from "../domain/gap/sureness.ts";
import { PROVIDER_FORMS, type ProviderForm } from "../domain/legal-forms.ts";

/** Text of a number; an empty one is no 0. */
const whole = (least: number, most: number) =>
  z.preprocess((value) => (value === "" ? Number.NaN : value), z.coerce.number().int().min(least).max(most));

/** "11-17": whole years, youngest first; 90 means 90 and over. */
export const AgeRange = z
  .string()
  .regex(/^\d{1,2}-\d{1,2}$/, "Write ages as youngest-oldest, for example 11-17")
  .refine((text) => {
    const [from = 0, to = 0] = text.split("-").map(Number);
    return from <= to && to <= 90;
  }, "The youngest age must not be above the oldest, and ages end at 90");

/** "imd:50,age:30": indicator and weight. */
export const Weights = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*:\d{1,3}(,[a-z][a-z0-9-]*:\d{1,3})*$/,
    "Write weights as indicator:weight, for example imd:50,age:50",
  )
  .refine((text) => {
    const ids = text.split(",").map((pair) => pair.slice(0, pair.indexOf(":")));
    return new Set(ids).size === ids.length;
  }, "Weigh each indicator once")
  .transform((text) =>
    Object.fromEntries(
      text.split(",").map((pair) => {
        const [id = "", weight = "0"] = pair.split(":");
        return [id, Number(weight)] as const;
      }),
    ),
  )
  .refine((weights) => Object.values(weights).every((weight) => weight <= 100), "A weight is at most 100")
  .refine((weights) => Object.values(weights).some((weight) => weight > 0), "At least one weight must be above 0");

/** "gaussian:10": how the pull of a service falls with the journey, in its one spelling. */
export const DecayText = z
  .string()
  .max(120)
  .transform((text, context) => {
    try {
      return decayText(parseDecay(text));
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as Error).message });
      return z.NEVER;
    }
  });

const isForm = (text: string): text is ProviderForm => (PROVIDER_FORMS as readonly string[]).includes(text);

/** "public,voluntary": legal forms that count; null when all of them are named. */
export const FormList = z
  .string()
  .refine(
    (text) => text.split(",").every(isForm),
    `Write one or more of ${PROVIDER_FORMS.join(", ")}, with commas between`,
  )
  .transform((text) => providerForms(text.split(",")));

/** The question as it stands in an address; what is left out takes the service type's start value. */
export const GapQuery = z.strictObject({
  svc: z.string().optional(),
  age: AgeRange.optional(),
  go: z.enum(TRAVEL_MODES).optional(),
  min: whole(5, 60).optional(),
  target: z.coerce.number().gt(0).max(1000).optional(),
  how: z.enum(METHODS).optional(),
  decay: DecayText.optional(),
  w: Weights.optional(),
  up: whole(0, 100).optional(),
  form: FormList.optional(),
  unchecked: z.enum(["0", "1"]).optional(),
});
export type GapQuery = z.infer<typeof GapQuery>;

const figure = z.number().nullable();

/** One ward's answer. A figure that cannot be said is null. */
export const WardGap = z.object({
  code: z.string(),
  name: z.string(),
  people: z.number(),
  group: z.number(),
  supply: figure,
  short: figure,
  low: figure,
  high: figure,
  shortOutOfReach: figure,
  shortNotEnough: figure,
  outOfReach: figure,
  reach: figure,
  reachLow: figure,
  reachHigh: figure,
  coverage: figure,
  access: figure,
  cost: figure,
  nearestMinutes: figure,
  need: figure,
  asking: z.null(),
  stability: z.null(),
});
export type WardGap = z.infer<typeof WardGap>;

export const Gaps = z.object({
  settings: z.object({
    svc: z.string(),
    age: z.string(),
    go: z.enum(TRAVEL_MODES),
    min: z.number(),
    target: z.number(),
    how: z.enum(METHODS),
    /** Null for a Gaussian of half the longest journey, and for a measure without decay. */
    decay: z.string().nullable(),
    w: z.record(z.string(), z.number()),
    up: z.number(),
    /** Legal forms that count; null for all. */
    form: z.array(z.enum(PROVIDER_FORMS)).nullable(),
    /** Whether records that nobody has checked lately count (half). */
    unchecked: z.boolean(),
  }),
  unit: z.enum(UNITS),
  dataVersion: z.int(),
  /** How minutes were found, in words. */
  travel: z.string(),
  total: WardGap.omit({ code: true, name: true, reachLow: true, reachHigh: true, asking: true, stability: true }),
  wards: z.array(WardGap),
  /** By how much a service in use costs more than the least at most, for the rational agent model: about 0 at equilibrium. */
  crowdingGap: figure,
  /** Why a column is empty, by column name. */
  notes: z.record(z.string(), z.string()),
  /** What was left out or assumed, in words. */
  caveats: z.array(z.string()),
});
export type Gaps = z.infer<typeof Gaps>;

/** How sure the order of the wards is. */
export const GapSureness = z.object({
  settings: Gaps.shape.settings,
  dataVersion: z.int(),
  /** How often the question was asked with settings moved by chance. */
  draws: z.int(),
  /** Share of the draws in which a ward is among the five worst, 0…1. */
  wards: z.array(z.object({ code: z.string(), worst: z.number() })),
  /** Short in the whole place when one setting goes a quarter down or up, the one that moves it most first. */
  sensitivities: z.array(
    z.object({ setting: z.enum(MOVED), lower: z.number(), higher: z.number(), replaced: z.int() }),
  ),
});
export type GapSureness = z.infer<typeof GapSureness>;
