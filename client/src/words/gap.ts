import type { Method, Unit } from "@needs-map/shared/domain/gap/settings";
import type { MethodPart } from "./method-parts.ts";
import { unitDigits } from "./numbers.ts";

/** What wards are put in order of: an amount short, people out of reach, or for RAAM the cost. */
export type GapKind = "short" | "outOfReach" | "cost";

export const gapKind = (method: Method): GapKind =>
  method === "raam" ? "cost" : method === "reach" ? "outOfReach" : "short";

/** Digits that a ward's gap is shown with. */
export const gapDigits = (method: Method, unit: Unit): number =>
  ({ short: unitDigits(unit), outOfReach: 0, cost: 2 })[gapKind(method)];

/** The part of the method page that works a ward's gap out. */
export const gapPart = (method: Method): MethodPart =>
  (({ short: "short", outOfReach: "reach", cost: "access" }) as const)[gapKind(method)];
