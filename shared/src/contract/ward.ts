import { z } from "zod";
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
  smallAreas: z.int(),
});
export type Ward = z.infer<typeof Ward>;

/** A value of one indicator in one ward or small area. A ward's is the population-weighted mean of its small areas. */
export const IndicatorValue = z.object({ id: z.string(), value: z.number().nullable() });

export const WardDetail = Ward.extend({
  indicators: z.array(IndicatorValue),
  areas: z.array(
    z.object({ code: z.string(), name: z.string(), people: z.number(), indicators: z.array(IndicatorValue) }),
  ),
});
export type WardDetail = z.infer<typeof WardDetail>;
