import { parseDecay } from "@needs-map/shared/domain/access/decay";
import { describe, expect, test } from "vitest";

describe("a decay as it is written on the command line", () => {
  test("is read in each of its five kinds", () => {
    expect(parseDecay("binary:30")).toEqual({ kind: "binary", limit: 30 });
    expect(parseDecay("step:10=1,20=.68")).toEqual({
      kind: "step",
      steps: [
        [10, 1],
        [20, 0.68],
      ],
    });
    expect(parseDecay("gaussian:20")).toEqual({ kind: "gaussian", sigma: 20 });
    expect(parseDecay("exponential:.1")).toEqual({ kind: "exponential", beta: 0.1 });
    expect(parseDecay("power:20,-2,1")).toEqual({ kind: "power", scale: 20, exponent: -2, least: 1 });
  });

  test.each([
    ["", "is no decay"],
    ["linear:3", "is no decay"],
    ["binary", "cannot be read"],
    ["binary:x", "cannot be read"],
    ["binary:-1", "is below 0"],
    ["binary:1,2", "takes one number"],
    ["step:", "cannot be read"],
    ["step:10", "cannot be read"],
    ["step:20=1,10=.5", "from the shortest to the longest"],
    ["gaussian:0", "must be above 0"],
    ["power:20,-2", "needs three numbers"],
    ["power:20,-2,0", "grows without end"],
  ])("%j is refused in plain words", (text, reason) => {
    expect(() => parseDecay(text)).toThrow(RangeError);
    expect(() => parseDecay(text)).toThrow(reason);
  });
});
