import { classify } from "@needs-map/client/cartography/classify";
import { positionOn, stackDots } from "@needs-map/client/cartography/legend-dots";
import { expect, test } from "vitest";

const values = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 5, Number.NaN, 8, 12, 13.5);
const classes = classify(values, "auto", [2, 4, 7, 10]);
const COLUMNS = 30;

test("every ward with a figure has one dot, and no two dots share a place", () => {
  const dots = stackDots(classes, values, COLUMNS);
  expect(dots.map((dot) => dot.of).toSorted((a, b) => a - b)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15,
  ]);
  expect(new Set(dots.map((dot) => `${dot.column}:${dot.row}`)).size).toBe(15);
});

test("a dot stands over the class of its ward", () => {
  for (const dot of stackDots(classes, values, COLUMNS)) {
    const over = Math.floor((dot.column / COLUMNS) * classes.count);
    expect(over).toBe(classes.classOf(values[dot.of] ?? Number.NaN));
  }
});

test("a tall stack spreads to its sides instead of growing", () => {
  expect(Math.max(...stackDots(classes, values, COLUMNS).map((dot) => dot.row))).toBeLessThan(4);
});

test("the marker moves evenly within a class and stops at the ends", () => {
  expect(positionOn(classes, 3)).toBeCloseTo(0.3, 9);
  expect(positionOn(classes, 99)).toBe(1);
  expect(positionOn(classes, Number.NaN)).toBeNaN();
});
