import { expect, type Page } from "@playwright/test";

/** Opens the Gaps workspace of the sample place and waits until its figures stand. */
export async function openGaps(page: Page, query = ""): Promise<void> {
  await page.goto(`/wendmere/gaps${query}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /short|out of reach|meets this target|within reach/,
  );
}

/** Waits until the map has drawn what it was given. */
export async function mapIsDrawn(page: Page): Promise<void> {
  await expect(page.locator('[data-map-state="idle"]')).toBeVisible({ timeout: 45_000 });
}
