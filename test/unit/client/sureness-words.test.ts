import { shareWords, stabilityWords } from "@needs-map/client/words/sureness";
import { describe, expect, test } from "vitest";

describe("how sure the order is, in words", () => {
  test("names wards that always stay and those that often do, and counts the rest", () => {
    const wards = [
      { name: "Eastgate", share: 1 },
      { name: "Hawthorn", share: 0.97 },
      { name: "Riverside", share: 0.6 },
      { name: "Market", share: 0.1 },
      { name: "Priory", share: 0.02 },
      { name: "Copse End", share: 0 },
    ];
    expect(stabilityWords(wards, 200)).toBe(
      "Eastgate and Hawthorn stay among the five worst whatever the settings. Riverside is among them more often than not. 2 more wards are now and then.",
    );
  });

  test("says when nothing is ever short, and never 100% unless it is", () => {
    expect(stabilityWords([{ name: "A", share: 0 }], 200)).toBe("In 200 draws no ward is short.");
    expect(shareWords(1)).toBe("100%");
    expect(shareWords(0.999)).toBe("over 99%");
  });
});
