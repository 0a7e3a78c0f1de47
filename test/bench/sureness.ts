import { decodePlaceArrays, decodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import { createGapEngine } from "@needs-map/shared/domain/gap/engine";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { stability } from "@needs-map/shared/domain/gap/stability";
import { type Benchmark, median, timed } from "./benchmark.ts";
import { withServer } from "./trafford-server.ts";

const ROUNDS = 5;
const GOAL_SECONDS = 1.5;
const MEGABYTE = 1024 * 1024;
const MEMORY_LIMIT_MB = 200;

/** 200 draws of stability, and rational agents at equilibrium, on a real place. */
export const surenessBench: Benchmark = {
  name: "sureness",
  title: "200 draws of stability, and rational agents, on Trafford's pharmacies",
  run: () =>
    withServer(async ({ base, place }) => {
      const type = place === "trafford" ? "pharmacies" : "youth-clubs";
      const bytes = async (path: string) =>
        (await fetch(`${base}/api/v1/places/${place}/arrays/${path}`)).arrayBuffer();
      const engine = createGapEngine(
        decodePlaceArrays(await bytes("people")),
        decodeServiceArrays(await bytes(`services/${type}`)),
      );
      const settings: GapSettings = {
        method: "share",
        decay: null,
        mode: "walk",
        minutes: 15,
        unit: place === "trafford" ? "sites" : "places",
        target: place === "trafford" ? 1.8 : 10,
        ageFrom: 0,
        ageTo: 90,
        weights: place === "trafford" ? { imd: 70, age: 30 } : { age: 100 },
        uplift: 0.3,
      };
      const before = process.memoryUsage.rss();
      const draws = Array.from({ length: ROUNDS }, () =>
        timed(() => {
          const going = stability(engine, settings);
          let step = going.next();
          while (!step.done) step = going.next();
          return step.value;
        }),
      );
      const agentsBy = (mode: GapSettings["mode"]) =>
        median(
          Array.from({ length: ROUNDS }, (_, round) =>
            timed(() => engine.gaps({ ...settings, mode, method: "raam", ageTo: 90 - round })),
          ).map(({ ms }) => ms),
        ).toFixed(0);
      const [walking, driving] = [agentsBy("walk"), agentsBy("car")];
      const megabytes = (process.memoryUsage.rss() - before) / MEGABYTE;
      const same = draws.every(({ value }) => value.worst.join() === draws[0]?.value.worst.join());
      const seconds = median(draws.map(({ ms }) => ms)) / 1000;
      return {
        verdicts: [
          { what: "the same draws every time", found: String(same), wanted: "true", met: same },
          {
            what: "memory that both added",
            found: `${megabytes.toFixed(0)} MB`,
            wanted: `under ${MEMORY_LIMIT_MB} MB`,
            met: megabytes < MEMORY_LIMIT_MB,
          },
        ],
        information: [
          `${place}: 200 draws ${seconds.toFixed(2)} s (goal ${GOAL_SECONDS} s); rational agents ` +
            `${walking} ms on foot, ${driving} ms by car, each for other ages`,
        ],
      };
    }),
};
