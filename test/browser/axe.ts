import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Looks at a page by every rule of axe for WCAG 2.2 AA and for best practice.
 *
 * The legacy mode leaves out frames of other origins, which no page here has, and needs no second page for each look.
 *
 * @param state what the page shows, to name it in a failure
 * @param within narrows the search to an open panel, since what it half covers cannot be pressed until it is closed
 */
export async function axeFindsNothing(page: Page, state: string, within = "html"): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .include(within)
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .setLegacyMode()
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
  expect(told, state).toEqual([]);
}
