import { GAP_CELL } from "@needs-map/client/cartography/palettes";
import { thirds, twoWay } from "@needs-map/client/cartography/two-way";
import { expect, test } from "vitest";

test("nine wards in even order make three thirds of three", () => {
  expect([...thirds(Float64Array.of(9, 1, 5, 2, 8, 4, 3, 7, 6))]).toEqual([2, 0, 1, 0, 2, 1, 0, 2, 1]);
});

test("equal values are never parted", () => {
  expect([...thirds(Float64Array.of(1, 1, 1, 1, 1, 0.2, 0.1))]).toEqual([2, 2, 2, 2, 2, 0, 0]);
});

test("values that are all equal are all in the middle", () => {
  expect([...thirds(Float64Array.of(4, 4, 4))]).toEqual([1, 1, 1]);
});

test("high need with low coverage falls in the gap cell", () => {
  const cells = twoWay(Float64Array.of(0.9, 0.5, 0.1), Float64Array.of(0.2, 0.5, 1));
  expect([...cells.cellOf]).toEqual([GAP_CELL, 4, 6]);
});

test("the counts of the nine cells add up to the wards with both figures", () => {
  const need = Float64Array.from({ length: 24 }, (_, row) => (row * 7) % 24);
  const coverage = Float64Array.from({ length: 24 }, (_, row) => (row === 5 ? Number.NaN : (row * 11) % 24));
  const { counts, cellOf } = twoWay(need, coverage);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(23);
  expect(cellOf[5]).toBe(-1);
});
