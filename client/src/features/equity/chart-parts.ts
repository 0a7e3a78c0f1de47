import type { Point } from "@needs-map/shared/domain/stats/inequality";

/** A bar with its value as it is shown; NaN has no bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
}

/** What a chart draws, as data. */
export type ChartParts =
  | {
      readonly kind: "bars";
      readonly bars: readonly Bar[];
      /** A line across the bars; NaN for none. */
      readonly average: number;
    }
  | {
      readonly kind: "curve";
      readonly points: readonly Point[];
      readonly across: string;
      readonly up: string;
    };
