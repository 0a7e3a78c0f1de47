import type { Equity } from "@needs-map/shared/domain/gap/equity";
import type { Providers } from "@needs-map/shared/domain/gap/providers";
import type { GapResult } from "@needs-map/shared/domain/gap/result";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import type { Sureness } from "@needs-map/shared/domain/gap/sureness";
import type { WorkedWard } from "@needs-map/shared/domain/gap/worked/work-ward";

/** Addresses of the arrays that an engine is made from, and whose services of them count. */
export interface Source {
  readonly people: string;
  readonly services: string;
  readonly providers: Providers;
}

/** What the page asks of the worker. */
export interface Ask extends Source {
  readonly id: number;
  readonly settings: GapSettings;
  /** Asks how evenly access is spread, by the indicator with this id, in place of the gaps. */
  readonly equity?: { readonly deprivation: string | null };
  /** Asks for the terms of the ward with this code, in place of the gaps. */
  readonly worked?: { readonly ward: string };
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
  | { readonly id: number; readonly kind: "equity"; readonly equity: Equity }
  | { readonly id: number; readonly kind: "worked"; readonly worked: WorkedWard }
  /** Rows of the wards whose answer rests on unchecked records: comes after the figures. */
  | { readonly id: number; readonly kind: "resting"; readonly rows: readonly number[] }
  | { readonly id: number; readonly kind: "refused" | "failed"; readonly reason: string };

/** What is asked of the worker that tells how sure an answer is. */
export interface SureAsk extends Source {
  readonly settings: GapSettings;
}

export type SureAnswer =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | {
      readonly kind: "sure";
      readonly sureness: Sureness;
      readonly codes: readonly string[];
      readonly milliseconds: number;
    }
  | { readonly kind: "failed"; readonly reason: string };
