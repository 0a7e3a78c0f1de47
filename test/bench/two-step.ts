import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { accessWithin } from "@needs-map/shared/domain/access/catchment-access";
import { atLeast, type Benchmark, median, type Report, timed } from "./benchmark.ts";
import { kdbushAccess, kdbushRoom, NAIVE_SAMPLE, naiveSample } from "./two-step-rivals.ts";
import { DEMAND, SEED, SERVICES, twoStepTask } from "./two-step-task.ts";

const WARM_UP = 2;
const ROUNDS = 9;
const MEGABYTE = 1024 * 1024;
const MEMORY_LIMIT_MB = 200;

/** 2SFCA of the product against kdbush and against trying every pair, in turns within one process. */
export const twoStep: Benchmark = {
  name: "two-step",
  title: `2SFCA, ${DEMAND} demand points × ${SERVICES} services in a 60 km square, 2 km, seed ${SEED}`,
  run: async () => compare(await peakMegabytes()),
};

function compare(megabytes: number): Report {
  const task = twoStepTask();
  const [room, ownRoom] = [kdbushRoom(task), { catchments: null }];
  const times = { ours: [] as number[], kdbush: [] as number[], naive: [] as number[] };
  let apart = 0;
  let sums = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const ours = timed(() => accessWithin(task.demand, task.supply, task.limitMetres, ownRoom));
    const kdbush = timed(() => kdbushAccess(task, room));
    const naive = timed(() => naiveSample(task));
    apart = Math.max(apart, furthestApart(ours.value, kdbush.value));
    sums = Math.max(
      sums,
      Math.abs(handedOut(task.demand.weight, ours.value) / handedOut(task.demand.weight, kdbush.value) - 1),
    );
    if (round < WARM_UP) continue;
    times.ours.push(ours.ms);
    times.kdbush.push(kdbush.ms);
    times.naive.push(naive.ms * NAIVE_SAMPLE);
  }
  const against = (rival: readonly number[]) =>
    median(rival.map((ms, round) => ms / (times.ours[round] ?? Number.NaN)));
  return {
    verdicts: [
      atLeast("faster than kdbush", against(times.kdbush), 3),
      atLeast("faster than trying every pair", against(times.naive), 20),
      equal("furthest apart of any demand point's access", apart),
      equal("apart of Σ P·A", sums),
      {
        what: "memory at the peak, over what the points take",
        found: `${megabytes.toFixed(0)} MB`,
        wanted: `under ${MEMORY_LIMIT_MB} MB`,
        met: megabytes < MEMORY_LIMIT_MB,
      },
    ],
    information: [
      `median ${median(times.ours).toFixed(0)} ms; kdbush ${median(times.kdbush).toFixed(0)} ms; every pair ` +
        `${(median(times.naive) / 1000).toFixed(1)} s (one in ${NAIVE_SAMPLE} done); ${ROUNDS} rounds`,
    ],
  };
}

function equal(what: string, relative: number) {
  return { what, found: relative.toExponential(1), wanted: "at most 1e-9 of it", met: relative <= 1e-9 };
}

function furthestApart(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const [here, there] = [a[i] as number, b[i] as number];
    if (here !== there) most = Math.max(most, Math.abs(here - there) / Math.max(here, there));
  }
  return most;
}

function handedOut(people: Float64Array, access: Float64Array): number {
  return people.reduce((sum, here, i) => sum + here * (access[i] as number), 0);
}

async function peakMegabytes(): Promise<number> {
  const script = fileURLToPath(new URL("./two-step-memory.js", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  return Number(stdout) / MEGABYTE;
}
