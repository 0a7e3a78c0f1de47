import type { Benchmark } from "./benchmark.ts";
import { cachedReads } from "./cached-reads.ts";
import { changedSetting } from "./changed-setting.ts";
import { importServices } from "./import-services.ts";
import { sharedAccessBench } from "./shared-access.ts";
import { slider } from "./slider.ts";
import { surenessBench } from "./sureness.ts";
import { twoStep } from "./two-step.ts";

const BENCHMARKS: readonly Benchmark[] = [
  twoStep,
  sharedAccessBench,
  changedSetting,
  cachedReads,
  slider,
  importServices,
  surenessBench,
];

/** Runs the benchmarks named on the command line, or all; ends with 1 when a verdict is missed. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}"; there are ${BENCHMARKS.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  let missed = 0;
  for (const benchmark of BENCHMARKS) {
    if (names.length > 0 && !names.includes(benchmark.name)) continue;
    console.log(`\n${benchmark.title}`);
    const { verdicts, information } = await benchmark.run();
    for (const { what, found, wanted, met } of verdicts) {
      console.log(`  ${met ? "met   " : "MISSED"} ${what}: ${found} (${wanted})`);
      if (!met) missed++;
    }
    for (const line of information) console.log(`         ${line}`);
  }
  if (missed > 0) console.error(`\n${missed} missed`);
  return missed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
