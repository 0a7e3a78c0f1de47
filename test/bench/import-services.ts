import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Benchmark } from "./benchmark.ts";
import type { ImportOutcome } from "./import-services-task.ts";

const SERVICES = 50_000;
const MOST_MEGABYTES = 300;
const GOAL_SECONDS = 60;

/** 50,000 services from CSV into the embedded database, in a process of its own. */
export const importServices: Benchmark = {
  name: "import-services",
  title: `Import of ${SERVICES.toLocaleString("en-GB")} services from CSV`,
  run: async () => {
    const task = fileURLToPath(new URL("import-services-task.js", import.meta.url));
    const printed = execFileSync(process.execPath, [task, String(SERVICES)], { encoding: "utf8" });
    const found = JSON.parse(printed.trim().split("\n").at(-1) ?? "") as ImportOutcome;
    const wanted = (SERVICES / 100) * 4950;
    return {
      verdicts: [
        {
          what: "services and their places as in the file",
          found: `${found.services} with ${found.sumOfPlaces}`,
          wanted: `${SERVICES} with ${wanted}`,
          met: found.services === SERVICES && found.sumOfPlaces === wanted,
        },
        {
          what: "memory of the importing process",
          found: `${found.megabytes.toFixed(0)} MB`,
          wanted: `under ${MOST_MEGABYTES} MB`,
          met: found.megabytes < MOST_MEGABYTES,
        },
      ],
      information: [`${found.seconds.toFixed(1)} s (goal ${GOAL_SECONDS} s)`],
    };
  },
};
