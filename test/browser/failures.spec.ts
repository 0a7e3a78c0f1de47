import { expect, test } from "@playwright/test";
import { openGaps } from "./open-gaps.ts";

test("without WebGL the table takes the map's place and says why", async ({ page }) => {
  await page.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    Object.defineProperty(HTMLCanvasElement.prototype, "getContext", {
      value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith("webgl") ? null : Reflect.apply(get, this, [kind, ...rest]);
      },
    });
  });
  await openGaps(page);
  await expect(page.getByText("This browser cannot draw the map. The table has the same figures.")).toBeVisible();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(26);
  await expect(page.getByRole("application")).toHaveCount(0);
});

test("when the worker cannot load its arrays the server works the figures out", async ({ page }) => {
  await page.route("**/arrays/**", (route) => route.abort());
  await openGaps(page);
  await expect(page.getByRole("region", { name: "Wards", exact: true }).getByRole("listitem")).toHaveCount(24);
});

test("figures that do not load say so, keep the last ones marked as old, and can be asked for again", async ({
  page,
}) => {
  await page.route("**/arrays/services/pharmacies", (route) => route.abort());
  await page.route("**/gaps?svc=pharmacies**", (route) => route.abort());
  await openGaps(page);
  await page.getByRole("combobox", { name: "Service" }).selectOption("pharmacies");
  const problem = page.getByRole("alert");
  await expect(problem).toContainText("The figures did not load.", { timeout: 30_000 });
  await expect(problem).toContainText("What you see answers the question before.");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("youth club places short");
  await page.unroute("**/gaps?svc=pharmacies**");
  await problem.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("pharmacy sites short");
});

test("a place that does not load offers to try again", async ({ page }) => {
  await page.route("**/api/v1/places/wendmere", (route) => route.abort());
  await page.goto("/wendmere/gaps");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The place did not load", { timeout: 30_000 });
  await page.unroute("**/api/v1/places/wendmere");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("short");
});

test("offline, a banner says how old the figures are and they stay", async ({ page, context }) => {
  await openGaps(page);
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Wards", exact: true }).getByRole("listitem")).toHaveCount(24);
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toHaveCount(0);
});

test("a question that is asked offline keeps the old figures, says so, and is answered on return", async ({
  page,
  context,
}) => {
  await openGaps(page);
  await context.setOffline(true);
  await page.getByRole("combobox", { name: "Service" }).selectOption("pharmacies");
  await expect(page.getByRole("alert")).toContainText("What you see answers the question before.");
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("pharmacy sites short");
  await expect(page.getByRole("alert")).toHaveCount(0);
});
