/// <reference lib="webworker" />
import { stepsOf, sureness } from "@needs-map/shared/domain/gap/sureness";
import { loadEngine } from "./load-engine.ts";
import type { SureAnswer, SureAsk } from "./messages.ts";

/** Steps between two messages of progress. */
const TOLD_EVERY = 10;

const tell = (answer: SureAnswer) => self.postMessage(answer);

/** Works out how sure one answer is; whoever no longer wants it ends the worker. */
self.addEventListener("message", async ({ data: ask }: MessageEvent<SureAsk>) => {
  try {
    const { engine, codes } = await loadEngine(ask);
    const began = performance.now();
    const going = sureness(engine, ask.settings);
    const of = stepsOf(ask.settings);
    for (;;) {
      const step = going.next();
      if (step.done) {
        tell({ kind: "sure", sureness: step.value, codes, milliseconds: performance.now() - began });
        return;
      }
      if (step.value % TOLD_EVERY === 0) tell({ kind: "progress", done: step.value, of });
    }
  } catch (error) {
    tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
});
