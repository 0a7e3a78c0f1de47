import { Worker } from "node:worker_threads";
import type { EngineTask, EngineWork } from "./engine-task.ts";
import type { EngineArrays, ThreadAnswer, ThreadAsk } from "./engine-thread.ts";

/** An engine by name, with a way to its arrays for a thread that does not have it yet. */
export interface NamedEngine {
  readonly name: string;
  arrays(): Promise<EngineArrays>;
}

/** Threads that work questions out beside the one that answers requests. */
export interface EngineThreads {
  /**
   * Works a task out; the same task asked for meanwhile is worked out once.
   *
   * @throws EnginesBusy when too much is waiting, or it takes too long
   */
  run<Kind extends keyof EngineWork>(
    engine: NamedEngine,
    task: { readonly kind: Kind } & EngineWork[Kind]["asked"],
  ): Promise<EngineWork[Kind]["answer"]>;
}

/** No answer can be worked out just now, which another time may be. */
export class EnginesBusy extends Error {}

/** At most so many threads, each started when all others are at work. */
export const MOST_THREADS = 2;
/** Tasks that may wait for a thread; those beyond are turned away. */
export const MOST_WAITING = 16;
/** A task that takes longer is given up with its thread, so that no question holds one for ever. */
const LONGEST_MS = 60_000;

const ENDED = "a question took too long, or its thread ended";

const THREAD = new URL("../../dist/analysis/engine-thread.js", import.meta.url);

/** Started without the options of this process, which are not meant for it. */
const startThread = (): Worker => new Worker(THREAD, { execArgv: [] });

interface Job {
  readonly engine: NamedEngine;
  readonly task: EngineTask;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** @param start starts one more thread */
export function createEngineThreads(start = startThread): EngineThreads {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: Job[] = [];
  const underWay = new Map<string, Promise<unknown>>();

  const started = (): Worker => {
    const thread = start();
    all.add(thread);
    thread.once("exit", () => all.delete(thread)).on("error", () => all.delete(thread));
    return thread;
  };

  const freeThread = (): Worker | null => {
    for (let thread = idle.pop(); thread; thread = idle.pop()) if (all.has(thread)) return thread;
    return all.size < MOST_THREADS ? started() : null;
  };

  const next = () => {
    while (waiting.length > 0) {
      const thread = freeThread();
      if (!thread) return;
      void work(thread, waiting.shift() as Job);
    }
  };

  const work = async (thread: Worker, { engine, task, resolve, reject }: Job) => {
    thread.ref();
    const late = setTimeout(() => void thread.terminate(), LONGEST_MS);
    try {
      let told = await answerOf(thread, { engine: engine.name, arrays: null, task });
      if (told.kind === "arrays") {
        const arrays = await engine.arrays();
        if (!all.has(thread)) throw new EnginesBusy(ENDED);
        told = await answerOf(thread, { engine: engine.name, arrays, task });
      }
      if (told.kind === "answer") resolve(told.answer);
      else reject(told.kind === "failed" ? told.error : new Error("a thread asked for the same arrays twice"));
    } catch (error) {
      reject(error);
    }
    clearTimeout(late);
    thread.unref();
    if (all.has(thread)) idle.push(thread);
    next();
  };

  const queue = (engine: NamedEngine, task: EngineTask): Promise<unknown> => {
    if (waiting.length >= MOST_WAITING) return Promise.reject(new EnginesBusy("too many questions are waiting"));
    return new Promise((resolve, reject) => {
      waiting.push({ engine, task, resolve, reject });
      next();
    });
  };

  return {
    run(engine, task) {
      const key = JSON.stringify([engine.name, task.kind, task.settings]);
      const known = underWay.get(key);
      const going = known ?? queue(engine, task as EngineTask);
      if (!known) {
        underWay.set(key, going);
        const over = () => underWay.delete(key);
        going.then(over, over);
      }
      return going as Promise<never>;
    },
  };
}

/** @throws what ended the thread, when it ends before it answers; `EnginesBusy` when it was given up */
function answerOf(thread: Worker, ask: ThreadAsk): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (by: () => void) => {
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      by();
    };
    const onMessage = (told: ThreadAnswer) => settle(() => resolve(told));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new EnginesBusy(ENDED)));
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(ask);
  });
}
