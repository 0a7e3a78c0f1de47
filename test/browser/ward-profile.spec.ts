import type { Gaps } from "@needs-map/shared/contract/gaps";
import { expect, type Page, test } from "@playwright/test";
import { axeFindsNothing } from "./axe.ts";

const CASTLE_HILL = "/wendmere/wards/X05000005";
const FOUR = "X05000005,X05000001,X05000003,X05000004";

async function openProfile(page: Page): Promise<void> {
  await page.goto(CASTLE_HILL);
  await expect(page.getByText(/Its biggest gap is in|not short of any/)).toBeVisible();
}

/** Pages of a PDF, counted by its page objects in Chromium's page tree. */
async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4", margin: { top: "10mm", bottom: "10mm", left: "10mm", right: "10mm" } });
  const counts = [...pdf.toString("latin1").matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)];
  return Math.max(...counts.map((found) => Number(found[1])));
}

test("the first sentence has people, standing and the gap that the API gives", async ({ page }) => {
  await openProfile(page);
  const lead = page.locator("main p", { hasText: "Its biggest gap is in" });
  await expect(lead).toContainText(/Castle Hill has [\d,]+ people and is the .*deprived of 24 wards\./);
  const { wards } = (await (await page.request.get("/api/v1/places/wendmere/gaps?svc=family-hubs")).json()) as Gaps;
  const own = wards.find(({ code }) => code === "X05000005");
  const row = page.getByRole("region", { name: /Gaps of Castle Hill/ }).getByRole("row", { name: /Family hubs/ });
  await expect(row).toContainText(`${own?.short?.toFixed(1)} sites`);
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/gaps\?svc=family-hubs.*ward=X05000005/);
});

test("shares of people stand with their range and the borough, and five wards like it lead on", async ({ page }) => {
  await openProfile(page);
  const young = page
    .getByRole("list", { name: /Key figures/ })
    .getByRole("listitem")
    .filter({ hasText: "Aged 0 to 15" });
  await expect(young).toContainText(/\d+\.\d% ?likely \d+\.\d% to \d+\.\d%/);
  await expect(young).toContainText("Wendmere");
  const alike = page.getByRole("region", { name: /Wards like Castle Hill/ });
  await expect(alike.getByRole("link")).toHaveCount(5);
  await page.getByRole("link", { name: /Compare Castle Hill with the 3 most like it/ }).click();
  await expect(page).toHaveURL(/wards\/compare\?with=X05000005,/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("with Wendmere");
});

test("wards are ticked in the list by keyboard, a fifth is refused in words, and the link holds them", async ({
  page,
}) => {
  await page.goto("/wendmere/wards");
  const ticks = page.getByRole("checkbox", { name: /^Compare/ });
  for (let at = 0; at < 4; at++) {
    await ticks.nth(at).press("Space");
    await expect(ticks.nth(at)).toBeChecked();
  }
  await ticks.nth(4).press("Space");
  await expect(ticks.nth(4)).not.toBeChecked();
  await expect(page.getByRole("status").filter({ hasText: "No more than four" })).toBeVisible();
  await page.getByRole("link", { name: "Compare 4 wards" }).click();
  const table = page.getByRole("region", { name: /Wards side by side/ });
  await expect(table.getByRole("columnheader")).toHaveCount(6);
  await expect(table.getByRole("row", { name: /Youth clubs/ })).toContainText("met");
  await page.reload();
  await expect(table.getByRole("columnheader")).toHaveCount(6);
  await table
    .getByRole("button", { name: /^Remove/ })
    .first()
    .click();
  await expect(table.getByRole("columnheader")).toHaveCount(5);
  await page.getByLabel("Add a ward").selectOption({ index: 1 });
  await expect(table.getByRole("columnheader")).toHaveCount(6);
});

test("a link with more than four wards, or one that is not here, says what is left out", async ({ page }) => {
  await page.goto(`/wendmere/wards/compare?with=${FOUR},X05000006,E09999999`);
  await expect(page.getByText(/No more than four wards can be compared\. .+ is left out/)).toBeVisible();
  await expect(page.getByText(/no ward with the code E09999999/)).toBeVisible();
});

test("need that persists is found in the list, told over the years with its source, and prints on one side", async ({
  page,
}) => {
  await page.goto("/wendmere/wards");
  await page.getByRole("checkbox", { name: /Only wards where need persists/ }).check();
  const table = page.getByRole("region", { name: /Table of wards/ });
  await expect(table.getByRole("row", { name: /Castle Hill/ })).toHaveCount(0);
  const row = table.getByRole("row", { name: /Hawthorn/ });
  await expect(row).toContainText("3 periods in a row: Deprivation");
  await row.getByRole("link", { name: "Hawthorn" }).click();
  const children = page.getByRole("region", { name: "Children in low-income families over the years", exact: true });
  await expect(children).toContainText("2023 is not known, so it may be longer.");
  await children.getByText("Show numbers").click();
  await expect(children.getByRole("row", { name: /2023/ })).toContainText("not known");
  await children.getByText("Where this comes from").click();
  await expect(children).toContainText("Earlier figures of small areas (sample). Needs Map sample");
  await expect(children.locator("svg")).toBeVisible();
  await expect(page.getByText(/Its biggest gap is in/)).toBeVisible();
  expect(await printedPages(page)).toBe(1);
  await page.getByLabel("Print every figure").check();
  expect(await printedPages(page)).toBeGreaterThan(1);
  await children.getByRole("link", { name: "The method in full" }).click();
  await expect(page.getByRole("region", { name: "Over the years", exact: true })).toBeFocused();
});

for (const colorScheme of ["light"] as const) {
  test(`axe finds nothing on profile, list and comparison, and nothing is cut off at 320 px, ${colorScheme}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    for (const path of [CASTLE_HILL, `/wendmere/wards?with=${FOUR}`, `/wendmere/wards/compare?with=${FOUR}`]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      await axeFindsNothing(page, path);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of [CASTLE_HILL, `/wendmere/wards/compare?with=${FOUR}`]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
  });
}
