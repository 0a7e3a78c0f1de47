import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { folderOf, wardTotals } from "../fixtures/mixed-folder.ts";
import { inCheckout } from "../helpers/checkout.ts";
import { mapIsDrawn } from "./open-gaps.ts";

test("a council's folder of mixed files becomes a place that opens in the Gaps workspace beside the others", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const folder = folderOf();
  try {
    const command = ["place", "import", folder, "--name", "Millbrook", "--yes", "--json"];
    execFileSync(process.execPath, [inCheckout("server", "dist", "cli.js"), ...command], {
      env: { ...process.env, DATA_DIR: process.env.BROWSER_TEST_DATA, DATABASE_URL: "" },
    });
    await page.goto("/millbrook/gaps");
    await mapIsDrawn(page);
    const wards = page.getByRole("region", { name: "Wards", exact: true }).getByRole("listitem");
    await expect(wards).toHaveCount(wardTotals.size);
    await expect(page.getByRole("combobox", { name: "Place" })).toContainText("Wendmere");
    await page.goto("/millbrook/wards");
    const everyone = [...wardTotals.values()].reduce((sum, people) => sum + people, 0);
    await expect(page.locator("tfoot")).toContainText(Math.round(everyone).toLocaleString("en-GB"));
    await page.goto("/millbrook/data");
    await expect(page.getByRole("region", { name: /^Files/ })).toContainText(
      `${wardTotals.size} of ${wardTotals.size}`,
    );
  } finally {
    const remove = [inCheckout("server", "dist", "cli.js"), "place", "remove", "millbrook", "--yes"];
    execFileSync(process.execPath, remove, {
      env: { ...process.env, DATA_DIR: process.env.BROWSER_TEST_DATA, DATABASE_URL: "" },
    });
    rmSync(folder, { recursive: true, force: true });
  }
});
