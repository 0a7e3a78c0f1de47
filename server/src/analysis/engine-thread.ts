import { parentPort } from "node:worker_threads";
import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import type { PlaceArrays, ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import { type EngineTask, type ReadyEngine, workOut } from "./engine-task.ts";

/** The arrays that an engine is made from. */
export interface EngineArrays {
  readonly place: PlaceArrays;
  readonly services: ServiceArrays;
}

/** What a thread is asked: the name of an engine, its arrays when the thread has said that it lacks them, and the task. */
export interface ThreadAsk {
  readonly engine: string;
  readonly arrays: EngineArrays | null;
  readonly task: EngineTask;
}

export type ThreadAnswer =
  | { readonly kind: "arrays" }
  | { readonly kind: "answer"; readonly answer: ReturnType<typeof workOut> }
  | { readonly kind: "failed"; readonly error: unknown };

/** An engine keeps lists of pairs, tens of megabytes by car. */
const ENGINES_KEPT = 4;

const engines = new Map<string, ReadyEngine>();

function engineOf({ engine: name, arrays }: ThreadAsk): ReadyEngine | null {
  const ready = engines.get(name) ?? (arrays && readyFrom(arrays));
  if (!ready) return null;
  engines.delete(name);
  engines.set(name, ready);
  for (const oldest of engines.keys()) {
    if (engines.size <= ENGINES_KEPT) break;
    engines.delete(oldest);
  }
  return ready;
}

const readyFrom = ({ place, services }: EngineArrays): ReadyEngine => ({
  engine: createGapEngine(place, services),
  indicators: place.indicators,
});

function answerTo(ask: ThreadAsk): ThreadAnswer {
  try {
    const ready = engineOf(ask);
    return ready ? { kind: "answer", answer: workOut(ready, ask.task) } : { kind: "arrays" };
  } catch (error) {
    return { kind: "failed", error };
  }
}

/** A thread that works questions out, one at a time, so that the server's own thread stays free to answer others. */
parentPort?.on("message", (ask: ThreadAsk) => parentPort?.postMessage(answerTo(ask)));
