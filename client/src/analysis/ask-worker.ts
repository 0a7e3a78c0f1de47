import { useEffect, useState } from "react";
import type { Answer, Ask } from "./messages.ts";

/** The browser could not work it out. */
export class NotHere extends Error {}

let asks = 0;

/** A number for an ask that no other has. */
export const nextAsk = () => ++asks;

/** A worker of the component's own; null where none starts, undefined before it was tried. */
export function useWorker(name: string): Worker | null | undefined {
  const [worker, setWorker] = useState<Worker | null | undefined>(undefined);
  useEffect(() => {
    const started = startWorker(name);
    setWorker(started);
    return () => started?.terminate();
  }, [name]);
  return worker;
}

function startWorker(name: string): Worker | null {
  try {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name });
  } catch {
    return null;
  }
}

/**
 * The worker's answer of one kind.
 *
 * @throws RangeError with the engine's reason for a question that has no meaning; NotHere when the worker cannot
 */
export function askWorker<Kind extends Answer["kind"]>(
  worker: Worker,
  ask: Ask,
  kind: Kind,
  signal: AbortSignal,
): Promise<Extract<Answer, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = (settle: () => void) => {
      over.abort();
      settle();
    };
    const until = { signal: over.signal };
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<Answer>) => {
        if (data.id !== ask.id) return;
        if (data.kind === kind) end(() => resolve(data as Extract<Answer, { kind: Kind }>));
        else if (data.kind === "refused") end(() => reject(new RangeError(data.reason)));
        else end(() => reject(new NotHere()));
      },
      until,
    );
    worker.addEventListener("error", () => end(() => reject(new NotHere())), until);
    signal.addEventListener("abort", () => end(() => reject(signal.reason)), until);
    worker.postMessage(ask);
  });
}
