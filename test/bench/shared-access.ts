import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gaussianAccess, gaussianRoom } from "@needs-map/shared/domain/access/gaussian-access";
import { createGrid, pick } from "@needs-map/shared/domain/geo/grid";
import { atLeast, type Benchmark, median, timed } from "./benchmark.ts";
import { kdbushGaussian } from "./shared-access-rival.ts";
import { DEMAND, SEED, SERVICES, type TwoStepTask, twoStepTask } from "./two-step-task.ts";

const WARM_UP = 2;
const ROUNDS = 9;
const MEGABYTE = 1024 * 1024;
const MEMORY_LIMIT_MB = 200;

/** The product's E2SFCA on a task, grids and all. */
export function sharedAccess({ demand, supply, limitMetres }: TwoStepTask, room = gaussianRoom()): Float64Array {
  const points = createGrid(demand.lon, demand.lat);
  const sites = createGrid(supply.lon, supply.lat);
  const people = pick(demand.weight, points.order);
  const amounts = pick(supply.weight, sites.order);
  const found = gaussianAccess(points, sites, people, amounts, limitMetres, limitMetres / 2, room);
  const access = new Float64Array(found.length);
  for (let k = 0; k < found.length; k++) access[points.order[k] as number] = found[k] as number;
  return access;
}

/** E2SFCA of the product against kdbush done the same way, in turns within one process. */
export const sharedAccessBench: Benchmark = {
  name: "shared-access",
  title: `E2SFCA, ${DEMAND} demand points × ${SERVICES} services in a 60 km square, 2 km, seed ${SEED}`,
  run: async () => {
    const script = fileURLToPath(new URL("./shared-access-memory.js", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    const megabytes = Number(stdout) / MEGABYTE;
    const task = twoStepTask();
    const [room, rivalRoom] = [gaussianRoom(), { column: new Int32Array(1 << 16), weight: new Float64Array(1 << 16) }];
    const times = { ours: [] as number[], kdbush: [] as number[] };
    let apart = 0;
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const ours = timed(() => sharedAccess(task, room));
      const kdbush = timed(() => kdbushGaussian(task, rivalRoom));
      ours.value.forEach((here, i) => {
        const there = kdbush.value[i] as number;
        if (here !== there) apart = Math.max(apart, Math.abs(here - there) / Math.max(here, there));
      });
      if (round < WARM_UP) continue;
      times.ours.push(ours.ms);
      times.kdbush.push(kdbush.ms);
    }
    const ratio = median(times.kdbush.map((ms, round) => ms / (times.ours[round] ?? Number.NaN)));
    return {
      verdicts: [
        atLeast("faster than kdbush", ratio, 3),
        {
          what: "furthest apart of any demand point's access",
          found: apart.toExponential(1),
          wanted: "at most 1e-9 of it",
          met: apart <= 1e-9,
        },
        {
          what: "memory at the peak, over what the points take",
          found: `${megabytes.toFixed(0)} MB`,
          wanted: `under ${MEMORY_LIMIT_MB} MB`,
          met: megabytes < MEMORY_LIMIT_MB,
        },
      ],
      information: [`median ${median(times.ours).toFixed(0)} ms; kdbush ${median(times.kdbush).toFixed(0)} ms`],
    };
  },
};
