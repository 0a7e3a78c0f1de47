/// <reference lib="webworker" />
import { loadEngine } from "./load-engine.ts";
import type { Answer, Ask } from "./messages.ts";

let newest: Ask | null = null;

async function answer(ask: Ask): Promise<Answer | null> {
  try {
    const { engine, codes } = await loadEngine(ask);
    if (ask !== newest) return null;
    const began = performance.now();
    const result = engine.gaps(ask.settings);
    return { id: ask.id, kind: "result", result, codes, milliseconds: performance.now() - began };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id: ask.id, kind: error instanceof RangeError ? "refused" : "failed", reason };
  }
}

/** Takes asks as they come and answers only the newest: a macrotask lets the asks that wait in the queue overtake. */
self.addEventListener("message", (event: MessageEvent<Ask>) => {
  const ask = event.data;
  newest = ask;
  setTimeout(async () => {
    if (ask !== newest) return;
    const told = await answer(ask);
    if (told && ask === newest) self.postMessage(told);
  });
});
