import { unsettledWords } from "@needs-map/shared/domain/gap/unsettled";
import { describe, expect, test } from "vitest";

describe("an equilibrium that was not quite found", () => {
  test("is named with how far off it is", () => {
    expect(unsettledWords(2.4e-5)).toMatch(/not quite found.* 0\.00002 more than another/);
    expect(unsettledWords(3e-9)).toMatch(/ 0\.000000003 more than another/);
  });

  test("is not spoken of when it was found, nor for a measure without cost", () => {
    expect(unsettledWords(1e-14)).toBeNull();
    expect(unsettledWords(Number.NaN)).toBeNull();
  });
});
