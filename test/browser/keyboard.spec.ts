import { expect, type Page, test } from "@playwright/test";
import { mapIsDrawn, openGaps } from "./open-gaps.ts";

const focusRing = (page: Page) =>
  page.evaluate(() => {
    const style = document.activeElement ? getComputedStyle(document.activeElement) : null;
    return style ? `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow}` : "";
  });

test("the whole workspace is reached and worked by keyboard, with the focus in sight", async ({ page }) => {
  await openGaps(page);
  await mapIsDrawn(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the figures" })).toBeFocused();
  const reached: string[] = [];
  for (let step = 0; step < 66; step++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return "";
      const label = at.getAttribute("aria-label") ?? at.closest("label")?.textContent ?? at.textContent ?? "";
      const named = at
        .getAttribute("aria-labelledby")
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent ?? "");
      const of = at.id ? document.querySelector(`label[for="${CSS.escape(at.id)}"]`)?.textContent : "";
      return `${at.tagName} ${[label, ...(named ?? []), of ?? ""].join(" ").trim()}`;
    });
    if (name === "") break;
    reached.push(name);
  }
  for (const part of [
    "Ward, postcode or street",
    "Share",
    "Export",
    "Service",
    "For",
    "Walk",
    "Longest journey",
    "Target places per 100 people",
    "How this is worked out",
    "More",
    "Places short",
    "Youth clubs",
    "Less certain wards",
    "Walking reach",
    "Small areas",
    "Skip the map",
    "Map of Wendmere",
    "Zoom in",
    "Map and list",
    "Gap",
    "1. ",
    "Show all as a table",
  ]) {
    expect(
      reached.some((name) => name.includes(part)),
      `${part} is reached by Tab`,
    ).toBe(true);
  }
  expect(
    reached.filter((name) => /\d+\. .+ places short/.test(name)),
    "the list is one stop",
  ).toHaveLength(1);
});

test("arrow keys move through the wards, Enter opens one, Escape closes it and gives the focus back", async ({
  page,
}) => {
  await openGaps(page);
  const wards = page.getByRole("region", { name: "Wards", exact: true }).getByRole("button", { name: /^\d+\. / });
  await wards.first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(wards.nth(2)).toBeFocused();
  expect(await focusRing(page)).toMatch(/^solid 3px .*rgb/);
  await page.keyboard.press("End");
  await expect(wards.last()).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const heading = page.getByRole("region", { name: "Wards and evidence" }).getByRole("heading", { level: 2 }).last();
  await expect(heading).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tab", { name: "Evidence" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: /Services/ })).toBeFocused();
  await expect(page.getByRole("tabpanel")).toContainText("Minutes are from the middle of the ward");
  await page.keyboard.press("Escape");
  await expect(wards.first()).toBeFocused();
});

test("brackets hide and show the panels, but not while typing", async ({ page }) => {
  await openGaps(page);
  const question = page.getByRole("region", { name: "The question" });
  await page.keyboard.press("[");
  await expect(question).toBeHidden();
  await page.keyboard.press("[");
  await expect(question).toBeVisible();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/view=map/);
  await expect(page.getByRole("region", { name: "Wards", exact: true })).toHaveCount(0);
  await page.keyboard.press("]");
  await expect(page.getByRole("region", { name: "Wards", exact: true })).toBeVisible();
  await page.getByRole("combobox", { name: "Ward, postcode or street" }).focus();
  await page.keyboard.press("[");
  await expect(question).toBeVisible();
});

test("at four times the size everything is still there, without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await openGaps(page);
  await expect(page.getByRole("region", { name: "Wards", exact: true }).getByRole("listitem")).toHaveCount(24);
  await page.getByRole("button", { name: /Youth clubs.*Change/ }).click();
  await expect(page.getByRole("slider", { name: "Longest journey" })).toBeVisible();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
});

test("the panels beside the map are made wider by arrow keys, stay so, and go back by Enter", async ({ page }) => {
  await openGaps(page);
  const edge = page.getByRole("separator", { name: "Width of the wards" });
  const wards = page.getByRole("region", { name: "Wards and evidence" });
  const before = (await wards.boundingBox())?.width ?? 0;
  await edge.focus();
  await edge.press("ArrowLeft");
  await edge.press("ArrowLeft");
  await expect(edge).toHaveAttribute("aria-valuenow", String(before + 32));
  await page.reload();
  await expect(wards).toHaveCSS("width", `${before + 32}px`);
  await edge.press("Enter");
  await expect(wards).toHaveCSS("width", `${before}px`);
});
