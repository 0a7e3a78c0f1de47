import { expect, test } from "@playwright/test";
import { mapIsDrawn, openGaps } from "./open-gaps.ts";

test("a street that is looked up from a map already moved is where the map ends, marked and named", async ({
  page,
}) => {
  await openGaps(page, "?at=54.0002,1.1696,14.5");
  await mapIsDrawn(page);
  const box = page.getByRole("combobox", { name: "Ward, postcode or street" });
  await box.fill("tannery");
  const label = "Tannery Road";
  await expect(page.getByRole("option").first()).toContainText(label);
  await box.press("Enter");
  await expect(page).toHaveURL(/[?&]at=54\.00\d+,1\.22\d+/);
  await mapIsDrawn(page);
  const map = page.getByRole("region", { name: "Map", exact: true });
  await expect(map.getByRole("img", { name: label })).toBeVisible();
  await expect(box).toHaveValue(label);
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

test("the mark goes with Escape, with an emptied box and with the cross", async ({ page }) => {
  await openGaps(page);
  await mapIsDrawn(page);
  const box = page.getByRole("combobox", { name: "Ward, postcode or street" });
  const mark = page.getByRole("region", { name: "Map", exact: true }).getByRole("img", { name: "Tannery Road" });
  const find = async () => {
    await box.fill("tannery");
    await expect(page.getByRole("option").first()).toContainText("Tannery Road");
    await box.press("Enter");
    await expect(mark).toBeVisible();
  };
  await find();
  await expect(page.getByRole("heading", { name: "Eastgate", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(mark).toHaveCount(0);
  await expect(box).toHaveValue("");
  await find();
  await box.press("Escape");
  await expect(mark).toHaveCount(0);
  await find();
  await box.fill("");
  await expect(mark).toHaveCount(0);
  await find();
  await page.getByRole("button", { name: "Clear Tannery Road" }).click();
  await expect(mark).toHaveCount(0);
  await expect(box).toBeFocused();
});

test("the same street found again after another ward was chosen is still where the map ends", async ({ page }) => {
  await openGaps(page, "?at=54.0002,1.1696,14.5");
  await mapIsDrawn(page);
  const box = page.getByRole("combobox", { name: "Ward, postcode or street" });
  await box.fill("tannery");
  await expect(page.getByRole("option").first()).toContainText("Tannery Road");
  await box.press("Enter");
  await expect(page).toHaveURL(/at=54\.0019,1\.2295,14\.5/);
  await page.getByRole("button", { name: "Close Eastgate" }).click();
  await box.press("ArrowDown");
  await expect(page.getByRole("option").first()).toContainText("Tannery Road");
  await box.press("Enter");
  await expect(page.getByRole("heading", { name: "Eastgate", exact: true })).toBeVisible();
  await mapIsDrawn(page);
  await expect(page).toHaveURL(/at=54\.0019,1\.2295,14\.5/);
});

test("Back from a street to another ward and the whole place shows the whole place", async ({ page }) => {
  await openGaps(page);
  await mapIsDrawn(page);
  await page
    .getByRole("region", { name: "Wards", exact: true })
    .getByRole("button", { name: /Hawthorn/ })
    .click();
  await expect(page.getByRole("heading", { name: "Hawthorn", exact: true })).toBeVisible();
  const box = page.getByRole("combobox", { name: "Ward, postcode or street" });
  await box.fill("tannery");
  await expect(page.getByRole("option").first()).toContainText("Tannery Road");
  await box.press("Enter");
  await expect(page).toHaveURL(/at=54\.0019,1\.2295,14\.5/);
  await mapIsDrawn(page);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Hawthorn", exact: true })).toBeVisible();
  await mapIsDrawn(page);
  await expect(page).not.toHaveURL(/at=/);
});
