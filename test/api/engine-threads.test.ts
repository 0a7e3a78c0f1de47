import { Worker } from "node:worker_threads";
import {
  createEngineThreads,
  EnginesBusy,
  MOST_THREADS,
  MOST_WAITING,
} from "@needs-map/server/analysis/engine-threads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inCheckout } from "../helpers/checkout.ts";
import { type SampleApp, sampleApp } from "../helpers/sample-app.ts";

const ENGINE = inCheckout("server", "dist", "analysis", "engine-thread.js");

/** A gate that engine threads stand at until it is opened: they hold their processor meanwhile, as a long sum would. */
function gate() {
  const shut = new Int32Array(new SharedArrayBuffer(4));
  const code = `const { workerData } = require("node:worker_threads");
    Atomics.wait(workerData.shut, 0, 0);
    import(require("node:url").pathToFileURL(workerData.engine));`;
  return {
    thread: () => new Worker(code, { eval: true, execArgv: [], workerData: { shut, engine: ENGINE } }),
    open() {
      Atomics.store(shut, 0, 1);
      Atomics.notify(shut, 0);
    },
  };
}

let sample: SampleApp;
beforeAll(async () => {
  sample = await sampleApp();
});
afterAll(() => sample.close());

/** Asks an app whose threads are started so. */
function askerOf(start: () => Worker) {
  const app = sample.appWith(createEngineThreads(start));
  return async (path: string): Promise<Response> => app.request(path);
}

/** A promise with the function that settles it. */
function settledFromOutside() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const gaps = (query: string) => `/api/v1/places/wendmere/gaps?${query}`;

test("while a question is being worked out, everything else is answered", async () => {
  const { thread, open } = gate();
  const started = settledFromOutside();
  const start = () => {
    started.resolve();
    return thread();
  };
  const ask = askerOf(start);
  let isAnswered = false;
  const asked = ask(gaps("how=raam&go=car")).then((answer) => {
    isAnswered = true;
    return answer;
  });
  await started.promise;
  for (const path of ["/healthz", "/readyz", "/api/v1/places/wendmere/wards"])
    expect((await ask(path)).status).toBe(200);
  expect(isAnswered).toBe(false);
  open();
  expect((await asked).status).toBe(200);
});

test("questions that find too many waiting are turned away in words, and those that wait are answered", async () => {
  const { thread, open } = gate();
  const room = MOST_THREADS + MOST_WAITING;
  const tooMany = 3;
  const ask = askerOf(thread);
  const turnedAway: Response[] = [];
  const allTurnedAway = settledFromOutside();
  const same = Array.from({ length: room }, () => ask(gaps("target=1")));
  const answers = Array.from({ length: room - 1 + tooMany }, async (_, k) => {
    const answer = await ask(gaps(`target=${k + 2}`));
    if (answer.status === 503 && turnedAway.push(answer) === tooMany) allTurnedAway.resolve();
    return answer.status;
  });
  await allTurnedAway.promise;
  open();
  const statuses = [...(await Promise.all(same)).map(({ status }) => status), ...(await Promise.all(answers))];
  expect(statuses.filter((status) => status === 200)).toHaveLength(2 * room - 1);
  expect(statuses.filter((status) => status === 503)).toHaveLength(tooMany);
  expect(turnedAway[0]?.headers.get("retry-after")).toBe("5");
  expect(await turnedAway[0]?.json()).toMatchObject({ detail: expect.stringMatching(/Try again in a moment/) });
});

test("a thread that ends takes its question with it and no other", async () => {
  let started = 0;
  const ask = askerOf(() => {
    started++;
    return started === 1
      ? new Worker("process.exit(3)", { eval: true, execArgv: [] })
      : new Worker(ENGINE, { execArgv: [] });
  });
  expect((await ask(gaps("target=1"))).status).toBe(503);
  expect((await ask(gaps("target=1"))).status).toBe(200);
});

test("a thread that ends while its arrays are being loaded does not leave the question waiting", async () => {
  const code = `const { parentPort } = require("node:worker_threads");
    parentPort.once("message", () => {
      parentPort.postMessage({ kind: "arrays" });
      parentPort.close();
    });`;
  const ended = settledFromOutside();
  const threads = createEngineThreads(() =>
    new Worker(code, { eval: true, execArgv: [] }).once("exit", () => ended.resolve()),
  );
  const arrays = async () => {
    await ended.promise;
    return {} as Awaited<ReturnType<Parameters<typeof threads.run>[0]["arrays"]>>;
  };
  const settings = {} as Parameters<typeof threads.run>[1]["settings"];
  const asked = threads.run({ name: "any", arrays }, { kind: "gaps", settings });
  await expect(asked).rejects.toBeInstanceOf(EnginesBusy);
});
