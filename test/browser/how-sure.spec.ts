import type { Gaps } from "@needs-map/shared/contract/gaps";
import { expect, test } from "@playwright/test";
import { openGaps } from "./open-gaps.ts";

test("how sure the order is comes with progress, wards and the setting that moves it most", async ({ page }) => {
  await openGaps(page, "?min=15");
  await page.getByText("How sure is this order?").click();
  await page.getByRole("button", { name: "Work it out" }).click();
  const told = page.getByRole("status").filter({ hasText: "What moves the answer most" });
  await expect(told).toBeVisible({ timeout: 60_000 });
  await expect(told.getByRole("row").nth(1)).toContainText("%");
  const answer = await page.request.get("/api/v1/places/wendmere/gaps/sureness?svc=youth-clubs&min=15");
  const { wards } = (await answer.json()) as { wards: { worst: number }[] };
  const shown = await told.getByRole("cell").allInnerTexts();
  expect(shown.length).toBe(wards.filter(({ worst }) => worst > 0).length);
  await page.getByRole("spinbutton", { name: "Longest journey" }).fill("20");
  await page.getByRole("spinbutton", { name: "Longest journey" }).press("Enter");
  await expect(page.getByRole("button", { name: "Work it out" })).toBeVisible();
});

test("every measure answers, and the link keeps it with its decay", async ({ page }) => {
  await openGaps(page);
  await page.getByText("More", { exact: true }).click();
  for (const name of ["Shared places, with choice", "Places available, as a count", "Crowding and journey"]) {
    await page.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
    await expect(page.getByRole("region", { name: "The answer" })).not.toContainText("Working it out");
  }
  await expect(page).toHaveURL(/how=raam/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Crowding and journey come to \d\.\d\d/);
  await expect(page.getByRole("radio", { name: "Crowding and journey", exact: true })).toBeChecked();
  await expect(page.getByRole("region", { name: "What the colours mean" })).toContainText("lower is better");
  const [first, second] = await page
    .getByRole("region", { name: "Wards", exact: true })
    .getByRole("listitem")
    .allInnerTexts();
  expect(Number(first?.match(/\d\.\d\d/)?.[0])).toBeGreaterThanOrEqual(Number(second?.match(/\d\.\d\d/)?.[0]));
  await page.getByRole("radio", { name: /^Shared places People/ }).check();
  await page
    .getByLabel("A service counts for less the farther it is")
    .selectOption({ label: "Steadily (exponential)" });
  await expect(page).toHaveURL(/decay=exponential:0\.15/);
  await page.reload();
  await page.getByText("More", { exact: true }).click();
  await expect(page.getByLabel("Fall β, a minute")).toHaveValue("0.15");
});

test("crowding and journey are worked through to the API's cost", async ({ page }) => {
  const answer = await page.request.get("/api/v1/places/wendmere/gaps?svc=youth-clubs&how=raam");
  const { wards } = (await answer.json()) as Gaps;
  const [{ code, cost }] = wards as [Gaps["wards"][number]];
  await page.goto(`/wendmere/method?how=raam&ward=${code}#access`);
  const told = page.getByRole("region", { name: /crowding and journey$/ });
  await expect(told.getByRole("strong")).toHaveText(`${cost?.toFixed(2)} for crowding and journey.`);
  await expect(page.getByRole("row", { name: `Crowding and journey ${cost?.toFixed(2)}` })).toBeVisible();
});
