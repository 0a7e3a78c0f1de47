import type { Sureness } from "@needs-map/shared/domain/gap/sureness";
import { useCallback, useEffect, useRef, useState } from "react";
import type { SureAnswer, SureAsk } from "./messages.ts";

export type SureState =
  | { readonly state: "idle" }
  | { readonly state: "working"; readonly done: number; readonly of: number }
  | { readonly state: "ready"; readonly sureness: Sureness; readonly codes: readonly string[] }
  | { readonly state: "error"; readonly reason: string };

const IDLE: SureState = { state: "idle" };

/**
 * How sure the answer to a question is, worked out in a worker of its own when asked for, so that the figures go on
 * following the settings meanwhile. Another question (`key`) ends it.
 */
export function useSureness(key: string, ask: SureAsk) {
  const [now, setNow] = useState<{ key: string; told: SureState }>({ key, told: IDLE });
  const worker = useRef<Worker | null>(null);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question ends what is under way
  useEffect(() => stop, [key, stop]);

  const start = () => {
    stop();
    const tell = (told: SureState) => setNow({ key, told });
    tell({ state: "working", done: 0, of: 0 });
    try {
      const started = new Worker(new URL("./sure-worker.ts", import.meta.url), { type: "module", name: "sure" });
      worker.current = started;
      started.addEventListener("message", ({ data }: MessageEvent<SureAnswer>) => {
        if (worker.current !== started) return;
        if (data.kind === "progress") tell({ state: "working", done: data.done, of: data.of });
        else if (data.kind === "sure") {
          performance.mark("sure:result", { detail: { milliseconds: data.milliseconds } });
          tell({ state: "ready", sureness: data.sureness, codes: data.codes });
          stop();
        } else tell({ state: "error", reason: data.reason });
      });
      started.addEventListener("error", () => tell({ state: "error", reason: "The browser could not work it out." }));
      started.postMessage(ask);
    } catch {
      tell({ state: "error", reason: "The browser could not work it out." });
    }
  };
  const halt = () => {
    stop();
    setNow({ key, told: IDLE });
  };
  return { told: now.key === key ? now.told : IDLE, start, stop: halt };
}
