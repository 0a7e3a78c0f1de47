import { z } from "zod";
import { Interval } from "./indicator.ts";
import { Bounds } from "./place.ts";

export const Ward = z.object({
  code: z.string(),
  name: z.string(),
  nameWelsh: z.string().nullable(),
  /** Widest inside point: where the label stands. */
  label: z.tuple([z.number(), z.number()]),
  bounds: Bounds,
  areaHectares: z.number(),
  /** Least distance to the border of the place, metres; 0 for a ward that touches it. */
  borderMetres: z.number(),
  people: z.number(),
  /** Of them, people aged 0 to 15. */
  aged0to15: z.number(),
  /** Of them, people aged 65 and over. */
  aged65on: z.number(),
  smallAreas: z.int(),
});
export type Ward = z.infer<typeof Ward>;

/** A value of one indicator in one ward or small area. A ward's is the population-weighted mean of its small areas. */
export const IndicatorValue = z.object({ id: z.string(), value: z.number().nullable() });

export const WardDetail = Ward.extend({
  indicators: z.array(IndicatorValue.extend({ interval: Interval })),
  /**
   * Codes of the five wards most like it, nearest first, by deprivation, density, and the shares aged 0 to 15 and 65
   * and over.
   */
  similar: z.array(z.string()),
  areas: z.array(
    z.object({ code: z.string(), name: z.string(), people: z.number(), indicators: z.array(IndicatorValue) }),
  ),
});
export type WardDetail = z.infer<typeof WardDetail>;
