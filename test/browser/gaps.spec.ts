import { readFile } from "node:fs/promises";
import type { Gaps } from "@needs-map/shared/contract/gaps";
import { expect, test } from "@playwright/test";
import { mapIsDrawn, openGaps } from "./open-gaps.ts";

test("U8: the three wards shortest of youth clubs on a 15-minute walk, and how sure that is", async ({ page }) => {
  await openGaps(page);
  const journey = page.getByRole("spinbutton", { name: "Longest journey" });
  await journey.fill("15");
  await journey.press("Enter");
  await expect(page).toHaveURL(/[?&]min=15(&|$)/);
  const wards = page.getByRole("region", { name: "Wards", exact: true }).getByRole("listitem");
  await expect(wards).toHaveCount(24);
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("15-minute walk");
  const told = /^\d\. .+: [\d,]+ places short, likely [\d,]+ to [\d,]+$/;
  const names: string[] = [];
  for (const at of [0, 1, 2]) {
    const button = wards.nth(at).getByRole("button");
    const name = (await button.getAttribute("aria-label")) ?? "";
    expect(name).toMatch(told);
    names.push(name);
  }
  await page.reload();
  for (const [at, name] of names.entries()) {
    await expect(wards.nth(at).getByRole("button")).toHaveAccessibleName(name);
  }
});

test("U9: people aged 11 to 17, deprivation and the nearest club of one ward, each with its source", async ({
  page,
}) => {
  await openGaps(page);
  await page.getByRole("button", { name: /Eastgate: / }).click();
  const evidence = page.getByRole("region", { name: "Eastgate" });
  await expect(evidence.getByRole("heading", { name: "Eastgate" })).toBeVisible();
  await expect(page).toHaveURL(/ward=X0500/);
  const answer = await page.request.get("/api/v1/places/wendmere/gaps?svc=youth-clubs");
  const { wards } = (await answer.json()) as { wards: { name: string; group: number; nearestMinutes: number }[] };
  const own = wards.find(({ name }) => name === "Eastgate");
  const fact = (name: string) => evidence.locator("details", { hasText: name });
  await expect(fact("Young people, 11 to 17")).toContainText(Math.round(own?.group ?? -1).toLocaleString("en-GB"));
  await expect(fact("Nearest youth club")).toContainText(`${Math.round(own?.nearestMinutes ?? -1)} min`);
  for (const name of ["Young people, 11 to 17", "Deprivation", "Nearest youth club"]) {
    await fact(name).locator("summary").click();
    await expect(fact(name)).toContainText("Source: ");
    await expect(fact(name)).toContainText("CC0");
  }
});

test("U12: a link opens an identical view for someone else; table, CSV, API and working tell one number", async ({
  page,
  browser,
  baseURL,
}) => {
  await openGaps(page, "?min=15&target=12&ward=X05000005");
  await mapIsDrawn(page);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(/[?&]at=/);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  await page.getByLabel("Include map position").uncheck();
  await expect(page.getByLabel("Link to this view")).toHaveValue(
    `${baseURL}/wendmere/gaps?min=15&target=12&ward=X05000005`,
  );

  const other = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(
    (await page.getByRole("heading", { level: 1 }).textContent()) ?? "",
  );
  await expect(other).toHaveURL(link);
  await expect(other.getByRole("spinbutton", { name: "Longest journey" })).toHaveValue("15 min");
  await other.context().close();

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show all as a table" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("link", { name: "CSV" }).first().click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split(/\r?\n/);
  const header = (lines[0] ?? "").split(",");
  expect(lines).toHaveLength(25);
  for (const line of lines.slice(1)) {
    const cells = line.split(",");
    const of = (column: string) => cells[header.indexOf(column)] ?? "";
    const row = page.getByRole("row", { name: new RegExp(`^${of("name")} `) });
    const shown = (await row.getByRole("cell").allTextContents()).map((text) => text.replaceAll(",", ""));
    expect(shown[1]).toBe(String(Math.round(Number(of("group")))));
    expect(Math.abs(Number(shown[2]) - Number(of("short")))).toBeLessThanOrEqual(0.5 + 1e-6);
    expect(Math.abs(Number(shown[4]) - Number(of("high")))).toBeLessThanOrEqual(0.5 + 1e-6);
  }
  const answer = await page.request.get("/api/v1/places/wendmere/gaps?svc=youth-clubs&min=15&target=12");
  const told = ((await answer.json()) as Gaps).wards.find(({ code }) => code === "X05000005");
  const listed = page.getByRole("row", { name: new RegExp(`^${told?.name} `) });
  const short = await listed.getByRole("cell").nth(2).textContent();
  await page.getByRole("button", { name: told?.name ?? "", exact: true }).click();
  await page.getByRole("link", { name: "How “Places short” is worked out" }).click();
  await expect(page).toHaveURL(/\/method\?.*ward=X05000005.*#short$/);
  const working = page.getByRole("region", { name: /What is missing$/ });
  await expect(working.getByRole("strong")).toHaveText(`${short} places short.`);
  await expect(working).toBeInViewport();
  const shown = page.getByRole("region", { name: /^The answer for/ }).getByRole("row", { name: /^Places short/ });
  await expect(shown.getByRole("cell")).toHaveText(short ?? "");
  const terms = working.getByRole("row");
  const values = (await terms.getByRole("cell").and(page.locator(":last-child")).allTextContents()).map(Number);
  const [sum] = values.splice(-1);
  expect(values.reduce((so, value) => so + value, 0)).toBeCloseTo(sum ?? Number.NaN, 6);
  expect(Math.abs((sum ?? Number.NaN) - (told?.short ?? Number.NaN))).toBeLessThanOrEqual(0.05 + 1e-6);
});

test("panning leaves no step to come back to, choosing a ward does", async ({ page }) => {
  await openGaps(page);
  await mapIsDrawn(page);
  await page.getByRole("button", { name: /Eastgate: / }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(/at=.*ward=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/ward=/);
  await expect(page.getByRole("region", { name: "Eastgate" })).toHaveCount(0);
});

test("what is pointed at in the list is told on the map", async ({ page }) => {
  await openGaps(page);
  await mapIsDrawn(page);
  await page.getByRole("button", { name: /Hawthorn: / }).hover();
  await expect(page.getByRole("tooltip")).toContainText("Hawthorn");
  await expect(page.getByRole("tooltip")).toContainText("places short per 100");
});

test("search goes to a ward and opens it", async ({ page }) => {
  await openGaps(page);
  await page.keyboard.press("/");
  const box = page.getByRole("combobox", { name: "Ward, postcode or street" });
  await expect(box).toBeFocused();
  await box.fill("mill la");
  await expect(page.getByRole("option").first()).toContainText("Mill Lane");
  await box.press("Enter");
  await expect(page.getByRole("region", { name: "Mill Lane" })).toBeVisible();
  await expect(page).toHaveURL(/at=.*ward=/);
});

test("a type counted as sites says sites and never places", async ({ page }) => {
  await openGaps(page, "?svc=pharmacies&ward=X05000005");
  await expect(page.getByRole("spinbutton", { name: "Target sites per 10,000 people" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("pharmacy sites short");
  await expect(page.getByText("Sites per 10,000", { exact: true })).toBeVisible();
  for (const region of ["The question", "Wards and evidence", "The answer"]) {
    await expect(page.getByRole("region", { name: region })).not.toContainText(/\bplaces\b/i);
  }
});

test("can reach counts people and has no target", async ({ page }) => {
  await openGaps(page, "?how=reach");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("young people out of reach");
  await expect(page.getByRole("spinbutton", { name: /Target/ })).toHaveCount(0);
});

test("a target that every ward meets suggests one to try", async ({ page }) => {
  await openGaps(page, "?target=0.1&min=60&go=car");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText(/Every ward meets this target\. Try [\d.]+\./);
  const tried = /Try ([\d.]+)\./.exec((await heading.textContent()) ?? "")?.[1] ?? "";
  await page.getByRole("spinbutton", { name: /^Target/ }).fill(tried);
  await page.keyboard.press("Enter");
  await expect(heading).toContainText("places short");
});

test("a changed setting reaches the list without the server", async ({ page }) => {
  await openGaps(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const slider = page.getByRole("slider", { name: "Longest journey" });
  await slider.focus();
  const before = await page.getByRole("heading", { level: 1 }).textContent();
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before ?? "");
  expect(asked.filter((url) => url.includes("/gaps"))).toEqual([]);
});
