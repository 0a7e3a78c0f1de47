import { expect, test } from "@playwright/test";
import { axeFindsNothing } from "./axe.ts";
import { mapIsDrawn, openGaps } from "./open-gaps.ts";

const SIZES = { desk: [1440, 900], tablet: [820, 1180], phone: [390, 844] } as const;

/** Colours do not change with the size of the window, so each theme is looked at in some. */
const SIZES_OF = { light: ["desk", "phone"], dark: ["tablet"] } as const;

const PAGES = ["/wendmere", "/wendmere/method", "/wendmere/data", "/wendmere/wards/X05000005", "/wendmere/services"];
const MISTAKES = ["/accessibility", "/nowhere/gaps", "/wendmere/x"];

for (const theme of ["light", "dark"] as const) {
  for (const size of SIZES_OF[theme]) {
    const [width, height] = SIZES[size];
    test(`axe finds nothing in the states of the workspace, ${theme}, ${size}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height });
      await openGaps(page, `?theme=${theme}`);
      if (size === "phone") await axeFindsNothing(page, "list");
      await openGaps(page, `?view=${size === "phone" ? "map" : "both"}&theme=${theme}`);
      await mapIsDrawn(page);
      await axeFindsNothing(page, "map");
      if (size === "phone") await page.getByRole("button", { name: /Youth clubs.*Change/ }).click();
      await page.getByText("More", { exact: true }).click();
      await axeFindsNothing(page, "question opened");
      await page.getByRole("button", { name: "Share" }).click();
      await axeFindsNothing(page, "share", 'section[aria-label="Share"]');
      await openGaps(page, `?by=both&ward=X05000005&theme=${theme}`);
      await page.locator("#evidence summary", { hasText: "Deprivation" }).click();
      await axeFindsNothing(page, "evidence");
      await page.getByRole("tab", { name: /Services/ }).click();
      await axeFindsNothing(page, "services of a ward");
      await openGaps(page, `?view=table&ward=E05009999&theme=${theme}`);
      await page.getByRole("button", { name: "Columns" }).click();
      await axeFindsNothing(page, "columns", 'section[aria-label="Columns"]');
      await page.keyboard.press("Escape");
      await axeFindsNothing(page, "table");
      await page.goto(`/wendmere/map?on=services,reach,areas&ward=X05000005&theme=${theme}`);
      await mapIsDrawn(page);
      await axeFindsNothing(page, "explore map with a ward");
      await page.getByRole("tab", { name: /Small areas/ }).click();
      if (size === "phone") await page.getByRole("button", { name: /List half open/ }).click();
      await axeFindsNothing(page, "explore list");
    });
  }

  test(`axe finds nothing on the pages of words and of mistakes, ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const path of theme === "light" ? PAGES : MISTAKES) {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      await axeFindsNothing(page, path);
    }
  });
}

test("with forced colours the choice still shows", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openGaps(page);
  const walk = page.getByRole("radio", { name: "Walk" });
  await expect(walk).toBeChecked();
  const shown = await walk.evaluate((radio) => getComputedStyle(radio).backgroundColor);
  const other = await page
    .getByRole("radio", { name: "Car" })
    .evaluate((radio) => getComputedStyle(radio).backgroundColor);
  expect(shown).not.toBe(other);
});
