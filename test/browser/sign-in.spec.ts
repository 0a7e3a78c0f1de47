import { expect, test } from "@playwright/test";
import { axeFindsNothing } from "./axe.ts";

test("a click signs in to the sample as a role, the bar says who, and signing out ends it", async ({ page }) => {
  await page.goto("/wendmere/wards");
  await page.getByRole("link", { name: "Sign in" }).click();
  await axeFindsNothing(page, "/sign-in");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("Enter an email like name@example.com")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await page.getByLabel("E-mail address").fill("nobody@example.org");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/If nobody@example.org has an account, a link is on its way/)).toBeVisible();
  await page.getByRole("button", { name: "Moderator" }).click();
  await expect(page.getByRole("heading", { name: "Signed in as Sample moderator" })).toBeVisible();
  await axeFindsNothing(page, "signed in");
  await page.getByRole("link", { name: "Wendmere" }).click();
  await expect(page.getByRole("link", { name: "Sample moderator" })).toBeVisible();
  await page.getByRole("link", { name: "Sample moderator" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
