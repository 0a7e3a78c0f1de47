import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { axeFindsNothing } from "./axe.ts";
import { openGaps } from "./open-gaps.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const answer = (page: Page) => page.getByRole("region", { name: "The answer" });
const form = (page: Page, name: string) => page.getByRole("checkbox", { name: new RegExp(`^${name} \\d`) });

test("leaving out kinds of provider changes the figures, and the link brings them back", async ({ page, browser }) => {
  await openGaps(page, "?view=table");
  const all = (await heading(page).textContent()) ?? "";
  await form(page, "Public").uncheck();
  await form(page, "Social enterprise").press("Space");
  await expect(page).toHaveURL(/[?&]form=voluntary,community(&|$)/);
  await expect(heading(page)).not.toHaveText(all);
  await expect(answer(page)).toContainText("Only voluntary and community services are counted.");
  await page.getByRole("switch", { name: /^Records that nobody has checked/ }).press("Space");
  await expect(page).toHaveURL(/form=voluntary,community&unchecked=0/);
  await expect(answer(page)).toContainText("Records that nobody has checked lately are left out.");
  const few = (await heading(page).textContent()) ?? "";
  const told = await page.request.get(
    "/api/v1/places/wendmere/gaps?svc=youth-clubs&form=voluntary,community&unchecked=0",
  );
  const { total } = (await told.json()) as { total: { short: number } };
  expect(few).toContain(Math.round(total.short).toLocaleString("en-GB"));

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(heading(other)).toHaveText(few);
  await expect(form(other, "Public")).not.toBeChecked();
  await expect(form(other, "Voluntary")).toBeChecked();
  await other.context().close();

  await page.getByRole("button", { name: "Count all youth clubs" }).click();
  await expect(page).not.toHaveURL(/form=|unchecked=/);
  await expect(heading(page)).toHaveText(all);
});

test("wards whose answers rest on unchecked records are named in the panel and in the notes", async ({ page }) => {
  await openGaps(page, "?ward=X05000005&view=table");
  const words = /\d wards' answers rest on unchecked records: .*Weirside/;
  await expect(page.getByRole("region", { name: "The question" })).toContainText(words);
  await page.getByText(/notes on these figures/).click();
  await expect(page.locator("#evidence")).toContainText(words);
});

test("the table of services and the file say which records count", async ({ page }) => {
  await openGaps(page, "?form=voluntary&unchecked=0&view=table");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).first().click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split(/\r?\n/);
  const header = (lines[0] ?? "").split(",");
  const of = (column: string) => (lines[1] ?? "").split(",")[header.indexOf(column)];
  expect([of("providers"), of("unchecked_records")]).toEqual(["voluntary", "left out"]);
  await page.getByRole("radio", { name: "Youth clubs" }).press("Space");
  const rows = page.getByRole("table", { name: /Every youth club/ }).getByRole("row");
  await expect(rows.filter({ hasText: "The Loft at the Corn Exchange" })).toContainText("VoluntaryYes");
  await expect(rows.filter({ hasText: "Castle Hill Youth Centre" })).toContainText("PublicNo");
});

test("the last kind stays, no services of a kind are told, and a wrong link is told", async ({ page }) => {
  await openGaps(page, "?form=voluntary&view=table");
  await form(page, "Voluntary").click();
  await expect(page.getByText("One kind at least has to count")).toBeVisible();
  await expect(form(page, "Voluntary")).toBeChecked();
  await openGaps(page, "?form=private,castle&view=table");
  await expect(page.getByText(/kind of provider “castle” is not known/)).toBeVisible();
  await expect(page.getByText("None of the youth clubs listed here is of these kinds, so none counts.")).toBeVisible();
  await page.getByRole("button", { name: "Count all", exact: true }).click();
  await expect(page.getByText("None of the youth clubs listed here is of these kinds, so none counts.")).toHaveCount(0);
});

for (const [width, height] of [[320, 640]] as const) {
  test(`who provides has no faults for axe and fits ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openGaps(page, "?form=voluntary,unknown&unchecked=0&view=table");
    if (width < 768) await page.getByRole("button", { name: /Youth clubs.*Change/ }).click();
    await expect(form(page, "Voluntary")).toBeVisible();
    await axeFindsNothing(page, page.url());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("without a service that counts a cost cannot be said, and no ward has a place in the list", async ({ page }) => {
  await page.goto("/wendmere/method?form=private&how=raam&w=age:0&ward=X99");
  await expect(page.getByText("Only private services are counted.").first()).toBeVisible();
  await expect(page.getByText(/The link’s weights “age:0” cannot be used/)).toBeVisible();
  await expect(page.getByText(/Wendmere has no ward with the code X99/)).toBeVisible();
  await expect(page.getByRole("row", { name: /Place in the list of wards/ })).toContainText("cannot be said");
  await page.getByRole("link", { name: "Back to the map" }).click();
  await expect(page.getByText("The cost cannot be said: no youth clubs are counted.").first()).toBeVisible();
});
