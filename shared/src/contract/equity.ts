import { z } from "zod";
import { COMPARED } from "../domain/gap/equity.ts";
import { UNITS } from "../domain/gap/settings.ts";
import { Gaps } from "./gaps.ts";

const figure = z.number().nullable();
const held = z.object({ people: z.number(), access: figure });
/** Points of share of people and share of access, both 0…1, from 0, 0 to 1, 1; empty where it cannot be drawn. */
const curve = z.array(z.tuple([z.number(), z.number()]));

/** How evenly access is spread, by deprivation and by age. A figure that cannot be said is null. */
export const EquityTold = z.object({
  settings: Gaps.shape.settings,
  unit: z.enum(UNITS),
  dataVersion: z.int(),
  /** How minutes were found, in words. */
  travel: z.string(),
  /** What is compared: supply a person, the share of people in reach, or the cost of crowding and journey. */
  compared: z.enum(COMPARED),
  /** The measure that small areas are ordered by. */
  deprivation: z.object({ id: z.string(), title: z.string(), vintage: z.string() }).nullable(),
  all: held,
  /** Five equal parts of the people, the most deprived first. */
  fifths: z.array(held),
  /** The same question asked for each age group alone. */
  ages: z.array(held.extend({ from: z.int(), to: z.int() })),
  /** 0: everyone the same; towards 1: few have all. */
  gini: figure,
  /** Mean of the least deprived tenth ÷ mean of the most deprived four tenths. */
  palma: figure,
  /** −1…1; above 0 the less deprived have more of it. */
  concentration: figure,
  /** Share of people in small areas below the target (Foster, Greer and Thorbecke 0). */
  below: figure,
  /** Mean shortfall as a part of the target (1). */
  depth: figure,
  /** Mean squared shortfall (2). */
  severity: figure,
  lorenz: curve,
  concentrationCurve: curve,
  /** For the rational agent model, how far the equilibrium is from balance at most, as in `Gaps`; null for others. */
  crowdingGap: figure,
  /** People in small areas whose deprivation is not known. */
  withoutScore: z.number(),
  /** Why a figure is empty, by its name. */
  notes: z.record(z.string(), z.string()),
});
export type EquityTold = z.infer<typeof EquityTold>;
