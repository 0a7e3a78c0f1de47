import { expect, test } from "@playwright/test";
import { openGaps } from "./open-gaps.ts";

test("an unknown place is named and the places that exist are a step away", async ({ page }) => {
  const response = await page.goto("/nowhere/gaps");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no place called “nowhere” here");
  await page.getByRole("link", { name: "See the places that are here" }).click();
  await expect(page).toHaveURL(/\/wendmere$/);
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

test("a link that asks for what cannot be is told so, and can be put right", async ({ page }) => {
  await openGaps(page, "?min=999");
  await expect(page.getByText("longest journey “999” cannot be used (5 to 60 whole minutes)")).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.getByText("cannot be used")).toHaveCount(0);
});

test("a weight that the place does not have is named and left out", async ({ page }) => {
  await openGaps(page, "?w=bogus:5");
  await expect(page.getByText("The link weighs “bogus”, which Wendmere does not have.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("places short");
  await page.getByRole("button", { name: "Leave out" }).click();
  await expect(page).toHaveURL(/\/wendmere\/gaps$/);
});

test("an address that no page has says so", async ({ page }) => {
  const response = await page.goto("/wendmere/budgets");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
});

test("the start leads to the only place, whose start page keeps what a link asks", async ({ page }) => {
  await page.goto("/?theme=dark");
  await expect(page).toHaveURL(/\/wendmere$/);
  await page.goto("/wendmere?min=15");
  await page.getByRole("link", { name: "Open the Gaps workspace" }).click();
  await expect(page).toHaveURL(/\/wendmere\/gaps\?min=15$/);
});
