/// <reference lib="webworker" />
import { equity } from "@needs-map/shared/domain/gap/equity";
import { wardsResting } from "@needs-map/shared/domain/gap/resting";
import type { GapResult } from "@needs-map/shared/domain/gap/result";
import { workWard } from "@needs-map/shared/domain/gap/worked/work-ward";
import { loadArrays, loadEngine } from "./load-engine.ts";
import type { Answer, Ask } from "./messages.ts";

let newest: Ask | null = null;

async function answer(ask: Ask): Promise<Answer | null> {
  try {
    if (ask.worked) {
      const [place, services] = await loadArrays(ask);
      if (ask !== newest) return null;
      const worked = workWard(place, services, ask.settings, place.wards.indexOf(ask.worked.ward));
      return { id: ask.id, kind: "worked", worked };
    }
    const { engine, codes, indicators } = await loadEngine(ask);
    if (ask !== newest) return null;
    if (ask.equity) {
      const by = indicators.find(({ id }) => id === ask.equity?.deprivation) ?? null;
      return { id: ask.id, kind: "equity", equity: equity(engine, ask.settings, by) };
    }
    const began = performance.now();
    const result = engine.gaps(ask.settings);
    return { id: ask.id, kind: "result", result, codes, milliseconds: performance.now() - began };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id: ask.id, kind: error instanceof RangeError ? "refused" : "failed", reason };
  }
}

/** Which wards' answers rest on unchecked records, once nothing newer is asked. */
async function tellResting(ask: Ask, { wards }: GapResult): Promise<void> {
  if (ask !== newest) return;
  const { engine } = await loadEngine({ ...ask, providers: { ...ask.providers, unchecked: false } });
  if (ask !== newest) return;
  const told: Answer = { id: ask.id, kind: "resting", rows: wardsResting(wards, engine, ask.settings) };
  self.postMessage(told);
}

/** Takes asks as they come and answers only the newest: a macrotask lets the asks that wait in the queue overtake. */
self.addEventListener("message", (event: MessageEvent<Ask>) => {
  const ask = event.data;
  newest = ask;
  setTimeout(async () => {
    if (ask !== newest) return;
    const told = await answer(ask);
    if (!told || ask !== newest) return;
    self.postMessage(told);
    if (told.kind !== "result" || told.result.servicesHalfWeight === 0) return;
    const { result } = told;
    setTimeout(() => void tellResting(ask, result));
  });
});
