import { expect, test } from "@playwright/test";

test("every ward leads to its profile, where every figure has its source and date", async ({ page }) => {
  await page.goto("/wendmere/wards");
  const table = page.getByRole("region", { name: /Table of wards/ });
  await expect(table.getByRole("link")).toHaveCount(24);
  await table.getByRole("link", { name: "Eastgate" }).click();
  await expect(page.getByRole("heading", { name: "Eastgate", level: 1 })).toBeVisible();
  const answer = await page.request.get("/api/v1/places/wendmere/indicators");
  const { indicators } = (await answer.json()) as {
    indicators: { title: string; unit: string; source: string; vintage: string }[];
  };
  const figures = page.getByRole("region", { name: /Figures of Eastgate/ });
  for (const { title, unit, source, vintage } of indicators) {
    const row = figures.getByRole("row", { name: `${title} ${unit}` });
    await expect(row).toContainText(source);
    await expect(row).toContainText(vintage);
  }
  await page.getByRole("link", { name: "See its gaps on the map" }).click();
  await expect(page).toHaveURL(/\/wendmere\/gaps\?.*ward=X0500/);
});

test("a ward's people are the sum of the parts of its small areas", async ({ page }) => {
  await page.goto("/wendmere/wards/X05000005");
  const areas = page.getByRole("region", { name: /Small areas/ });
  await expect(areas.getByRole("row").nth(1)).toBeVisible();
  const cells = await areas.getByRole("row").locator("td:nth-of-type(2)").allInnerTexts();
  const sum = cells.reduce((all, text) => all + Number(text.replaceAll(",", "")), 0);
  const told = (await page.getByText(/people \(.*\) in \d+ small areas/).textContent()) ?? "";
  const people = Number(/([\d,]+) people/.exec(told)?.[1]?.replaceAll(",", ""));
  expect(Math.abs(sum - people)).toBeLessThanOrEqual(cells.length);
});

test("an unknown ward says so and leads to those that are here", async ({ page }) => {
  await page.goto("/wendmere/wards/E99999999");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("has no ward with the code E99999999");
  await page.getByRole("link", { name: "See every ward" }).click();
  await expect(page.getByRole("heading", { name: "Wards of Wendmere" })).toBeVisible();
});

test("services near a postcode come nearest first, and the postcode is in no link", async ({ page }) => {
  await page.goto("/wendmere/services");
  await page.getByLabel("Postcode").fill("wm11 1aa");
  await page.getByLabel("Postcode").press("Enter");
  const list = page.getByRole("main").getByRole("list").getByRole("listitem");
  await expect(list.first()).toBeVisible();
  const minutes = (await list.getByText(/^\d+ min$/).allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(minutes.length).toBeGreaterThan(5);
  expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  expect(page.url()).not.toMatch(/wm11/i);
  await page.getByLabel("Service", { exact: true }).selectOption({ label: "Youth clubs" });
  await expect(page.getByRole("status").filter({ hasText: /WM11 1AA/ })).toBeVisible();
  await expect(page).toHaveURL(/svc=youth-clubs/);
});

test("a postcode of elsewhere is refused in words beside the box", async ({ page }) => {
  await page.goto("/wendmere/services");
  await page.getByLabel("Postcode").fill("SW1A 1AA");
  await page.getByRole("button", { name: "Find services" }).click();
  await expect(page.getByText(/must lie in Wendmere/)).toBeVisible();
  await expect(page.getByLabel("Postcode")).toHaveAttribute("aria-invalid", "true");
});

test("the data page tells versions, wards matched and what lies over the border", async ({ page }) => {
  await page.goto("/wendmere/data");
  await expect(page.getByRole("columnheader", { name: "Wards matched" })).toBeVisible();
  await expect(page.getByRole("region", { name: /Versions/ }).getByRole("row", { name: /in use/ })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Files/ })).toContainText("24 of 24");
});
