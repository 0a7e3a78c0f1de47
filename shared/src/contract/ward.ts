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

/** Where a ward is in the worst fifth at the latest date, and for how many periods in a row. */
const Persistent = z.object({ id: z.string(), title: z.string(), periods: z.int().min(1), of: z.int() });

/** A ward in the list, with the need that persists there: figures of several dates, the longest run first. */
export const WardListed = Ward.extend({ persistent: z.array(Persistent) });
export type WardListed = z.infer<typeof WardListed>;

/** One indicator of one ward at one date. */
const WardPeriod = z.object({
  year: z.int(),
  value: z.number().nullable(),
  /** Place among the wards that are known, 1 the most need; null where it is not known. */
  rank: z.int().nullable(),
  /** How many wards are known. */
  of: z.int(),
  /** Null where fewer than five are known. */
  worstFifth: z.boolean().nullable(),
});

/** A value of one indicator in one ward or small area. A ward's is the population-weighted mean of its small areas. */
export const IndicatorValue = z.object({ id: z.string(), value: z.number().nullable() });

export const WardDetail = Ward.extend({
  indicators: z.array(
    IndicatorValue.extend({
      interval: Interval,
      /** Each date that it is known of, oldest first; empty where there is one alone. */
      periods: z.array(WardPeriod),
      /** Periods in a row, up to the latest, in the worst fifth; null where there are no periods. */
      run: z.int().nullable(),
      /** The year without a figure that ended the run; else null. */
      brokenBy: z.int().nullable(),
    }),
  ),
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
