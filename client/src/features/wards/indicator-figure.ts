import type { Indicator } from "@needs-map/shared/contract/indicator";
import { figure, finePercent, hundredths, UNSAID } from "../../words/numbers.ts";

/** A value of an indicator to a tenth, in % where it is a share; what is missing in words. */
export function indicatorFigure({ unit }: Pick<Indicator, "unit">, value: number | null): string {
  if (value === null) return UNSAID;
  if (unit.startsWith("share of")) return finePercent(value);
  return unit.startsWith("%") ? `${hundredths(value, 1)}%` : figure(value, 1);
}
