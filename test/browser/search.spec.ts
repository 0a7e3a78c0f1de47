import { expect, test } from "@playwright/test";
import { mapIsDrawn, openGaps } from "./open-gaps.ts";

test("a street that is looked up from a map already moved is where the map ends, marked and named", async ({
  page,
}) => {
  await openGaps(page, "?at=54.0002,1.1696,14.5");
  await mapIsDrawn(page);
  const box = page.getByRole("combobox", { name: "Ward, postcode or street" });
  await box.fill("tannery");
  const first = page.getByRole("option").first();
  await expect(first).toContainText(/tannery/i);
  const label = (await first.locator(":scope").innerText()).split("\n")[0] ?? "";
  await box.press("Enter");
  await expect(page).toHaveURL(/[?&]at=54\.00\d+,1\.22\d+/);
  await mapIsDrawn(page);
  const map = page.getByRole("region", { name: "Map", exact: true });
  await expect(map.getByText(label, { exact: true })).toBeVisible();
  const mark = await map.getByText(label, { exact: true }).locator("..").boundingBox();
  const frame = await map.boundingBox();
  expect(Math.abs((mark?.x ?? 0) + (mark?.width ?? 0) / 2 - (frame?.x ?? 0) - (frame?.width ?? 0) / 2)).toBeLessThan(
    30,
  );
  await expect(page).not.toHaveURL(/annery/i);

  await page.getByRole("tab", { name: /^Services/ }).click();
  const services = page.getByRole("tabpanel", { name: /^Services/ });
  await expect(services).toContainText(`Minutes are from ${label}`);
  await services.getByRole("button", { name: "Start at the middle of the ward" }).click();
  await expect(services).toContainText("Minutes are from the middle of the ward");
  await expect(map.getByText(label, { exact: true })).toHaveCount(0);
});

test("Escape in the search takes the mark away", async ({ page }) => {
  await openGaps(page);
  await mapIsDrawn(page);
  const box = page.getByRole("combobox", { name: "Ward, postcode or street" });
  await box.fill("tannery");
  await expect(page.getByRole("option").first()).toBeVisible();
  await box.press("Enter");
  const mark = page.getByRole("region", { name: "Map", exact: true }).getByText(/tannery/i);
  await expect(mark).toBeVisible();
  await box.press("Escape");
  await expect(mark).toHaveCount(0);
});
