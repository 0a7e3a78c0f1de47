import { wardValues } from "@needs-map/client/cartography/ward-values";
import { canBeHatched } from "@needs-map/client/features/gaps/hatching";
import type { GapResult } from "@needs-map/shared/domain/gap/result";
import { METHODS } from "@needs-map/shared/domain/gap/settings";
import { expect, test } from "vitest";

const one = Float64Array.of(1);
const wards: GapResult["wards"] = {
  people: one,
  group: one,
  supply: one,
  short: one,
  low: one,
  high: one,
  shortOutOfReach: one,
  shortNotEnough: one,
  outOfReach: one,
  reach: one,
  reachLow: one,
  reachHigh: one,
  coverage: one,
  access: one,
  cost: one,
  nearestMinutes: one,
  need: one,
};

test.each(METHODS)("with %s, less certain wards are told of just where the colour has a likely range", (method) => {
  for (const by of ["short", "need", "cover"] as const) {
    const { low } = wardValues(by, { wards } as GapResult, method, "places");
    expect(canBeHatched(by, method)).toBe(low !== null);
  }
  expect(canBeHatched("both", method)).toBe(false);
});
