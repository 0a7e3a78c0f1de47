import { isMissing, readNumber } from "@needs-map/server/imports/formats/number";
import { expect, test } from "vitest";

test.each([
  ["12", 12],
  ["-0.5", -0.5],
  [".25", 0.25],
  ["1e-3", 0.001],
  ["29,199", 29_199],
  ["1,234,567.5", 1_234_567.5],
])("%s is the number %d", (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test.each(["", " ", "NA", "x", "1,2", "12 people", "0x10", "Infinity", "--1", "1.2.3"])("%j is no number", (text) => {
  expect(readNumber(text)).toBeNull();
});

test("an empty cell and NA stand for no value unless the recipe says otherwise", () => {
  expect(["", "NA", "-", "0"].map((text) => isMissing({}, text))).toEqual([true, true, false, false]);
  expect(["", "NA", "-"].map((text) => isMissing({ missing: ["-"] }, text))).toEqual([false, false, true]);
});
