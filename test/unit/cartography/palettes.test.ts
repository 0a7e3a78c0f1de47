import { coverage5, need5, needByCoverage9, noFigure, thinned } from "@needs-map/client/cartography/palettes";
import { describe, expect, test } from "vitest";

const light = (hex: string) => {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test("the label of every class reads at 4.5 to 1 or better", () => {
    const pairs = [need5, coverage5, needByCoverage9].flatMap((palette) =>
      palette[theme].fills.map((fill, index) => [fill, palette[theme].texts[index] ?? ""] as const),
    );
    pairs.push([noFigure[theme].fill, noFigure[theme].text]);
    for (const [fill, text] of pairs) expect(contrast(fill, text), `${text} on ${fill}`).toBeGreaterThanOrEqual(4.5);
  });

  test("lightness runs one way through the classes", () => {
    for (const { fills } of [need5[theme], coverage5[theme]]) {
      const steps = fills.slice(1).map((fill, index) => light(fill) - light(fills[index] ?? ""));
      expect(new Set(steps.map(Math.sign)).size).toBe(1);
    }
  });
});

test("fewer classes keep the ends of the palette", () => {
  expect(thinned(need5.light, 3).fills).toEqual(["#fdf0dc", "#ee9a52", "#7a2c0a"]);
  expect(thinned(need5.light, 5)).toEqual(need5.light);
});
