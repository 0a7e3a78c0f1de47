import type { GapResult } from "@needs-map/shared/domain/gap/result";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";

/** What the page asks of the worker. `people` and `services` are addresses of the arrays. */
export interface Ask {
  readonly id: number;
  readonly people: string;
  readonly services: string;
  readonly settings: GapSettings;
}

/** What the worker answers; `refused` is the engine's own reason, `failed` that the arrays did not load. */
export type Answer =
  | {
      readonly id: number;
      readonly kind: "result";
      readonly result: GapResult;
      /** Ward codes in the order of the figures. */
      readonly codes: readonly string[];
      readonly milliseconds: number;
    }
  | { readonly id: number; readonly kind: "refused" | "failed"; readonly reason: string };
