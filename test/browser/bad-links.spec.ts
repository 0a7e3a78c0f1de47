import { expect, test } from "@playwright/test";
import { openGaps } from "./open-gaps.ts";

test("an unknown place is named and the places that exist are a step away", async ({ page }) => {
  const response = await page.goto("/nowhere/gaps");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no place called “nowhere” here");
  await page.getByRole("link", { name: "See the places that are here" }).click();
  await expect(page).toHaveURL(/\/wendmere\/gaps$/);
});

test("an unknown ward is named and the rest still shows", async ({ page }) => {
  await openGaps(page, "?ward=E05009999");
  await expect(page.getByText("Wendmere has no ward with the code E05009999.")).toBeVisible();
  await page.getByRole("button", { name: "Show all wards" }).click();
  await expect(page).not.toHaveURL(/ward=/);
});

test("an unknown service is named beside those that are here", async ({ page }) => {
  await page.goto("/wendmere/gaps?svc=ice-rinks");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This place has no service called “ice-rinks”");
  await page.getByRole("button", { name: "Pharmacies" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("pharmacy sites short");
});

test("unknown keys and numbers out of range are dropped from the address", async ({ page }) => {
  await openGaps(page, "?utm_source=mail&min=900&target=-3&by=mood&sort=name");
  await expect(page).toHaveURL(/\/wendmere\/gaps\?sort=name$/);
});

test("an address that no page has says so", async ({ page }) => {
  const response = await page.goto("/wendmere/budgets");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
});

test("the start and the bare place lead to the gaps", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/wendmere\/gaps$/);
  await page.goto("/wendmere?min=15");
  await expect(page).toHaveURL(/\/wendmere\/gaps\?min=15$/);
});
