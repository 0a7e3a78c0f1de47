import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "./test/helpers/chromium.ts";

const port = Number(process.env.BROWSER_TEST_PORT || 4319);
process.env.BROWSER_TEST_DATA ||= mkdtempSync(join(tmpdir(), "needs-map-browser-"));

/** The journey that adds a place, which all others would see. */
const ADDS_A_PLACE = "own-council.spec.ts";

/**
 * A person's journeys in a real browser, two at a time, on a server of their own with the sample place in a fresh folder.
 *
 * A journey may only read what the server holds. The one that does more comes last, when no other runs; alone it is
 * started with `--no-deps`.
 */
export default defineConfig({
  testDir: "test/browser",
  projects: [
    { name: "journeys", testMatch: "*.spec.ts", testIgnore: ADDS_A_PLACE },
    { name: "adds a place", testMatch: ADDS_A_PLACE, dependencies: ["journeys"] },
  ],
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [["list"]],
  outputDir: join(tmpdir(), "needs-map-browser-results"),
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: "reduce" },
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      ...(chromiumPath && { executablePath: chromiumPath }),
      args: CHROMIUM_ARGUMENTS,
    },
  },
  webServer: {
    command: "node server/dist/main.js",
    url: `http://127.0.0.1:${port}/api/v1/places/wendmere`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: process.env.BROWSER_TEST_DATA,
      DATABASE_URL: "",
      LOG_LEVEL: "warn",
    },
  },
});
