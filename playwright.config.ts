import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "./test/helpers/chromium.ts";

const port = Number(process.env.BROWSER_TEST_PORT || 4319);
process.env.BROWSER_TEST_DATA ||= mkdtempSync(join(tmpdir(), "needs-map-browser-"));

/** A person's journeys in a real browser, on a server of their own with the sample place in a fresh folder. */
export default defineConfig({
  testDir: "test/browser",
  testMatch: "*.spec.ts",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
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
