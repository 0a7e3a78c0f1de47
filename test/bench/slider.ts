import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../helpers/chromium.ts";
import { type Benchmark, median } from "./benchmark.ts";
import { withServer } from "./trafford-server.ts";

const STEPS = 30;
const QUESTION = "svc=pharmacies&min=12";

/** What a reader waits for after moving a slider, from the question asked to the wards' new colours on the map. */
export const slider: Benchmark = {
  name: "slider",
  title: `A slider moved ${STEPS} times in a real browser, to feature-state applied`,
  run: () =>
    withServer(async ({ base, place }) => {
      if (!chromiumPath) return { verdicts: [], information: ["no Chromium was found: not measured"] };
      const browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS });
      try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
        await page.goto(`${base}/${place}/gaps?${QUESTION}`);
        await page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
        const handle = page.getByRole("slider", { name: "Longest journey" });
        const waits: number[] = [];
        const worked: number[] = [];
        for (let step = 0; step < STEPS; step++) {
          await page.evaluate(() => {
            performance.clearMarks("gaps:ask");
            performance.clearMarks("gaps:result");
            performance.clearMarks("gaps:applied");
          });
          await handle.press("ArrowRight");
          await page.waitForFunction(() => performance.getEntriesByName("gaps:applied").length > 0);
          const [asked, result, applied] = await page.evaluate(() =>
            ["gaps:ask", "gaps:result", "gaps:applied"].map(
              (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN,
            ),
          );
          waits.push((applied ?? Number.NaN) - (asked ?? Number.NaN));
          worked.push((result ?? Number.NaN) - (asked ?? Number.NaN));
        }
        const sorted = [...waits].sort((a, b) => a - b);
        const late = sorted[Math.ceil(0.95 * STEPS) - 1] ?? Number.NaN;
        return {
          verdicts: [],
          information: [
            `${place}: to the worker's answer ${median(worked).toFixed(0)} ms (median)`,
            `${place}: median ${median(waits).toFixed(0)} ms, 95th percentile ${late.toFixed(0)} ms (goal 100)`,
          ],
        };
      } finally {
        await browser.close();
      }
    }),
};
