import { decimalsOf, formatNumber, formatRate } from "@needs-map/client/cartography/numbers";
import { equalBreaks, roundestBetween } from "@needs-map/client/cartography/readable";
import { expect, test } from "vitest";

test.each([
  [1.4, 2.6, 2],
  [0.03, 0.21, 0.2],
  [4.87, 4.93, 4.9],
  [97, 104, 100],
  [0, 0.4, 0.2],
  [-3, 2, 0],
])("between %d and %d the roundest number is %d", (above, upTo, round) => {
  expect(roundestBetween(above, upTo)).toBe(round);
});

test("equal steps have a round width", () => {
  expect(equalBreaks(0.4, 13.2, 5)).toEqual([0, 3, 6, 9, 12, 15]);
  expect(equalBreaks(12, 88, 5)).toEqual([0, 20, 40, 60, 80, 100]);
});

test("numbers are written as the language writes them, and a missing one as a dash", () => {
  expect(formatNumber(1234.5, "en-GB", 1)).toBe("1,234.5");
  expect(formatRate(12.34, "en-GB", 1)).toBe("12.3");
  expect(formatRate(1.2345, "en-GB", 2)).toBe("1.23");
  expect(formatRate(123.4, "en-GB", 1)).toBe("123");
  expect(formatRate(Number.NaN, "cy", 1)).toBe("–");
});

test("a break is written with the decimals it needs and no more", () => {
  expect([0, 2, 4.5, 0.25, 1 / 3].map(decimalsOf)).toEqual([0, 0, 1, 2, 3]);
});
