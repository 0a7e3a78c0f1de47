import { expOfLess, fallOff } from "@needs-map/shared/domain/access/fall-off";
import { expect, test } from "vitest";

const apart = (found: number, wanted: number) => Math.abs(found / wanted - 1);

test("exp(−y) by a table is right to 1e-12 of it, at its entries, between them and beyond its end", () => {
  let furthest = 0;
  for (let k = 0; k <= 80_000; k++) furthest = Math.max(furthest, apart(fallOff(k / 2048), Math.exp(-k / 2048)));
  for (let k = 0; k <= 10_000; k++) furthest = Math.max(furthest, apart(fallOff(k * 3.3e-3), Math.exp(-k * 3.3e-3)));
  expect(furthest).toBeLessThan(1e-12);
  expect(fallOff(0)).toBe(1);
  expect(fallOff(1000)).toBe(0);
});

test("the root of the three weights is right to the last bits", () => {
  for (let y = 0; y <= 0.23; y += 0.001) expect(apart(expOfLess(y), Math.exp(-y))).toBeLessThan(5e-16);
});
