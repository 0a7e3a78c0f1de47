import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "../server/bin/ensure-built.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const reports = mkdtempSync(join(tmpdir(), "needs-map-test-"));
const counts = { passed: 0, failed: 0, skipped: 0 };
let broken = false;

/** Runs one step; what it prints comes at once, or in one piece at its end where another runs beside it. */
const run = async (title, args, env = {}, { beside = false } = {}) => {
  console.log(`\n── ${title}`);
  const started = Date.now();
  const step = spawn("npx", ["--no-install", ...args], {
    cwd: root,
    stdio: ["ignore", beside ? "pipe" : "inherit", beside ? "pipe" : "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  const printed = [];
  for (const stream of [step.stdout, step.stderr]) stream?.on("data", (text) => printed.push(text));
  const [status] = await once(step, "close");
  process.stdout.write(Buffer.concat(printed));
  console.log(`── ${title}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (status !== 0) broken = true;
  return status === 0;
};

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** Every project of vitest.config.ts in one run, whose files share the cores. */
const vitest = async () => {
  const postgres = Boolean(process.env.TEST_DATABASE_URL);
  if (!postgres) {
    console.log("\n── PostgreSQL tests are SKIPPED: TEST_DATABASE_URL names no server.");
    counts.skipped += 1;
  }
  const file = join(reports, "vitest.json");
  await run(`Unit, API and faults on the embedded database${postgres ? " and on PostgreSQL" : ""}`, [
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${file}`,
  ]);
  const report = read(file);
  if (!report || report.numTotalTests === 0) broken = true;
  counts.passed += report?.numPassedTests ?? 0;
  counts.failed += report?.numFailedTests ?? 0;
  counts.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
};

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return String(port);
};

const browser = async () => {
  const usual = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  const chromium = process.env.CHROMIUM_PATH ?? usual.find((path) => existsSync(path));
  if (!chromium) {
    console.log("\n── Browser tests are SKIPPED: no Chromium was found. Install it or set CHROMIUM_PATH.");
    counts.skipped += 1;
    return;
  }
  const file = join(reports, "browser.json");
  const env = {
    CHROMIUM_PATH: chromium,
    BROWSER_TEST_PORT: await freePort(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  };
  await run("In a real browser", ["playwright", "test", "--reporter=list,json"], env);
  const stats = read(file)?.stats;
  if (!stats) broken = true;
  counts.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  counts.failed += stats?.unexpected ?? 0;
  counts.skipped += stats?.skipped ?? 0;
};

ensureBuilt();
if (await run("Types", ["tsc", "-b"])) {
  const checks = run(
    "Lint, format and import directions",
    ["biome", "ci", "--error-on-warnings"],
    {},
    { beside: true },
  ).then(() => run("Unused code", ["knip"], {}, { beside: true }));
  await vitest();
  await checks;
  await browser();
}

rmSync(reports, { recursive: true, force: true });
if (process.env.CI && counts.skipped > 0) {
  console.log("\nOn CI nothing may be skipped.");
  broken = true;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(broken || counts.failed > 0 ? 1 : 0);
