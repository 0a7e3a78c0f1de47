import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
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

/** Runs one benchmark here; gives how many of its verdicts were missed. */
async function runHere({ title, run }: Benchmark): Promise<number> {
  console.log(`\n${title}`);
  const { verdicts, information } = await run();
  for (const { what, found, wanted, met } of verdicts)
    console.log(`  ${met ? "met   " : "MISSED"} ${what}: ${found} (${wanted})`);
  for (const line of information) console.log(`         ${line}`);
  return verdicts.filter(({ met }) => !met).length;
}

/**
 * Runs a benchmark in a process of its own: what ran before shapes how code that both use is compiled, and so the time
 * that the next one takes.
 */
function runApart({ name }: Benchmark): boolean {
  const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: "inherit" });
  return status === 0;
}

/** Runs the benchmarks named on the command line, or all; ends with 1 when a verdict is missed. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown !== undefined) {
    console.error(`There is no benchmark "${unknown}"; there are ${BENCHMARKS.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const chosen = BENCHMARKS.filter(({ name }) => names.length === 0 || names.includes(name));
  const [only, ...others] = chosen;
  if (only && others.length === 0) return (await runHere(only)) > 0 ? 1 : 0;
  const failed = chosen.filter((benchmark) => !runApart(benchmark)).map(({ name }) => name);
  if (failed.length > 0) console.error(`\nMissed: ${failed.join(", ")}`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
