import { expect, type Page, test } from "@playwright/test";
import { mapIsDrawn } from "./open-gaps.ts";

const list = (page: Page) => page.getByRole("region", { name: "On the map" });

async function lookUp(page: Page, words: string, label: string): Promise<void> {
  const box = page.getByRole("combobox", { name: "Ward, postcode or street" });
  await box.fill(words);
  await expect(page.getByRole("option").first()).toContainText(label);
  await box.press("Enter");
}

test("from the start page to a ward, and on the map a postcode, kinds of service and reach make a link", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto("/wendmere");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What does your area need?");
  await page.getByRole("combobox", { name: "Your postcode, street or ward" }).fill("wm11 1aa");
  await page.getByRole("button", { name: "See your ward" }).click();
  await expect(page).toHaveURL(/\/wendmere\/wards\/X0500\d+$/);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Map" }).click();
  await lookUp(page, "wm11 1aa", "WM11 1AA");
  await list(page).getByRole("button", { name: "Close" }).first().click();
  await list(page).getByRole("button", { name: "After-school clubs", exact: true }).click();
  await list(page).getByRole("button", { name: "Walking reach" }).click();
  await expect(page).toHaveURL(/svc=youth-clubs,after-school-clubs&on=services,doubt,reach$/);
  await expect(list(page).getByRole("tab", { name: "Services 44" })).toBeVisible();
  const minutes = (
    await list(page)
      .getByText(/^\d+ min$/)
      .allInnerTexts()
  ).map((text) => Number.parseInt(text, 10));
  expect(minutes).toHaveLength(44);
  expect(minutes).toEqual([...minutes].sort((a, b) => a - b));

  await list(page).getByRole("tab", { name: "Wards 24" }).click();
  await list(page)
    .getByRole("button", { name: /^Eastgate/ })
    .click();
  const ward = list(page).getByRole("region", { name: "Eastgate" });
  await expect(ward.getByRole("heading", { name: "Eastgate" })).toBeFocused();
  await expect(ward).toContainText(/\d+% of young people live within a 20-minute walk of a youth club\./);
  await expect(ward.getByRole("link", { name: "All about Eastgate" })).toHaveAttribute("href", /\/wards\/X0500/);
  expect(page.url()).not.toMatch(/wm11/i);

  const sentence =
    (await list(page)
      .getByText(/^The map shows/)
      .textContent()) ?? "";
  await page.goto(page.url());
  await expect(list(page).getByText(/^The map shows/)).toHaveText(sentence);
  await expect(ward).toContainText("within a 20-minute walk");
  await expect(list(page).getByRole("button", { name: "After-school clubs", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("on a phone the list has three heights by button, keys and drag, and hides nothing that has the focus", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/wendmere/map?service=youth-clubs-02");
  await expect(list(page).getByRole("region", { name: "Mill Lane Arts" })).toContainText("Last checked");
  await mapIsDrawn(page);
  const head = list(page).getByRole("button", { name: /List/ });
  const zoomIn = page.getByRole("button", { name: "Zoom in" });
  const top = async () => (await head.boundingBox())?.y ?? Number.NaN;
  const underList = async () => ((await zoomIn.boundingBox())?.y ?? Number.NaN) + 44 > (await top());
  await expect(head).toContainText("List half open");
  expect(await underList()).toBe(false);
  const half = await top();
  await head.click();
  await expect(head).toContainText("List open");
  expect(await top()).toBeLessThan(half - 200);
  await page.keyboard.press("ArrowDown");
  await expect(head).toContainText("List half open");
  await page.keyboard.press("ArrowDown");
  await expect(head).toContainText("List closed");
  expect(await underList()).toBe(false);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest('section[aria-label="On the map"]'))).toBeNull();

  const box = await head.boundingBox();
  await page.mouse.move(200, (box?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move(200, 250, { steps: 12 });
  await page.mouse.move(200, 160, { steps: 12 });
  await page.mouse.up();
  await expect(head).toContainText("List open");
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
});
