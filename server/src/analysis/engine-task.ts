import type { GapEngine } from "@needs-map/shared/domain/gap/engine";
import { type Equity, equity } from "@needs-map/shared/domain/gap/equity";
import { wardsResting } from "@needs-map/shared/domain/gap/resting";
import type { GapResult, WardGaps } from "@needs-map/shared/domain/gap/result";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { type Sureness, sureness } from "@needs-map/shared/domain/gap/sureness";
import type { IndicatorArray } from "@needs-map/shared/domain/place-arrays";

/** What can be asked of an engine, and what comes back. */
export interface EngineWork {
  gaps: { readonly asked: { readonly settings: GapSettings }; readonly answer: GapResult };
  sureness: { readonly asked: { readonly settings: GapSettings }; readonly answer: Sureness };
  /** By the indicator of small areas with this id. */
  equity: {
    readonly asked: { readonly settings: GapSettings; readonly deprivation: string | null };
    readonly answer: Equity;
  };
  /** Asked of the engine without unchecked records: the wards whose answer with them is another. */
  resting: {
    readonly asked: { readonly settings: GapSettings; readonly wards: WardGaps };
    readonly answer: readonly number[];
  };
}

export type EngineTask = {
  [Kind in keyof EngineWork]: { readonly kind: Kind } & EngineWork[Kind]["asked"];
}[keyof EngineWork];

/** An engine with the indicators of its place. */
export interface ReadyEngine {
  readonly engine: GapEngine;
  readonly indicators: readonly IndicatorArray[];
}

/** Works one task out. */
export function workOut({ engine, indicators }: ReadyEngine, task: EngineTask): EngineWork[keyof EngineWork]["answer"] {
  switch (task.kind) {
    case "gaps":
      return engine.gaps(task.settings);
    case "equity":
      return equity(engine, task.settings, indicators.find(({ id }) => id === task.deprivation) ?? null);
    case "resting":
      return wardsResting(task.wards, engine, task.settings);
    case "sureness":
      return atOnce(sureness(engine, task.settings));
  }
}

function atOnce<Told>(going: Generator<number, Told>): Told {
  for (;;) {
    const step = going.next();
    if (step.done) return step.value;
  }
}
