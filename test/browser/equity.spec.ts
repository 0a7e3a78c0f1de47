import { expect, type Page, test } from "@playwright/test";
import { axeFindsNothing } from "./axe.ts";
import { openGaps } from "./open-gaps.ts";

interface Told {
  readonly fifths: readonly { readonly access: number }[];
  readonly gini: number;
}

const told = async (page: Page, query: string): Promise<Told> =>
  (await page.request.get(`/api/v1/places/wendmere/equity${query}`)).json();

const chart = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });

async function openEquity(page: Page, query = ""): Promise<void> {
  await page.goto(`/wendmere/equity${query}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who has more and who has less");
  await expect(chart(page, "By age").getByRole("img").locator("svg")).toBeVisible();
}

test("the question of the map is taken along, and its sentence says what the API says", async ({ page }) => {
  await openGaps(page, "?min=15");
  await page.getByRole("link", { name: "Who has more and who has less" }).click();
  await expect(page).toHaveURL(/\/wendmere\/equity\?min=15$/);
  const { fifths, gini } = await told(page, "?min=15");
  const places = (access = Number.NaN) => (access * 100).toFixed(1);
  await expect(chart(page, "By deprivation")).toContainText(
    `The most deprived fifth has ${places(fifths[0]?.access)} places per 100, the least deprived ${places(fifths[4]?.access)}.`,
  );
  await expect(page.getByRole("row", { name: /Gini coefficient/ })).toContainText(gini.toFixed(2));
});

test("each chart is drawn and has its numbers, as many as the API has", async ({ page }) => {
  await openEquity(page);
  for (const title of [
    "By deprivation",
    "By age",
    "Between people (Lorenz curve)",
    "Along deprivation (concentration curve)",
  ]) {
    const region = chart(page, title);
    await expect(region.getByRole("img").locator("svg")).toBeVisible();
    await region.getByText("Show numbers").click();
    await expect(region.getByRole("table")).toBeVisible();
  }
  const { fifths } = await told(page, "");
  await expect(chart(page, "By deprivation").getByRole("row")).toHaveCount(fifths.length + 1);
});

test("can reach compares who is in reach and has no target; the rational agent model compares a cost", async ({
  page,
}) => {
  await openEquity(page);
  await page.getByLabel("How access is measured").selectOption({ label: "Can reach" });
  await expect(page).toHaveURL(/how=reach/);
  await expect(page.getByText("What is compared is the share of people")).toBeVisible();
  const below = page.getByRole("row", { name: /Below the target/ });
  await expect(below).toContainText("cannot be said");
  await expect(below).toContainText("no target");
  await page.getByLabel("How access is measured").selectOption({ label: "Crowding and journey" });
  await expect(page.getByText("What is compared is a cost")).toBeVisible();
});

test("the server answers when the worker cannot", async ({ page }) => {
  await page.route("**/arrays/**", (route) => route.abort());
  await openEquity(page);
  await expect(chart(page, "By deprivation")).toContainText("The most deprived fifth has");
});

for (const [theme, width, height] of [
  ["light", 1440, 900],
  ["dark", 390, 844],
] as const) {
  test(`axe finds nothing, and nothing is wider than the screen, ${theme}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openEquity(page, `?theme=${theme}`);
    for (const numbers of await page.getByText("Show numbers").all()) await numbers.click();
    await axeFindsNothing(page, page.url());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
