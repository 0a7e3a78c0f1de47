import { IMAGE_KINDS, IMAGE_PIXEL_RATIO, mapImage } from "@needs-map/client/layers/images";
import { layers } from "@needs-map/client/layers/index";
import { expect, test } from "vitest";

const alphaAt = ({ width, data }: ReturnType<typeof mapImage>, x: number, y: number) =>
  data[(y * width + x) * 4 + 3] ?? 0;

test.each(IMAGE_KINDS)("%s fills its whole tile with pixels", (kind) => {
  const { width, height, data } = mapImage(kind, "light");
  expect(data.length).toBe(width * height * 4);
  expect(data.some((value, index) => index % 4 === 3 && value > 0)).toBe(true);
});

test("the hatch meets itself at the edges of its tile, so that lines run on", () => {
  const hatch = mapImage("hatch", "light");
  const last = hatch.width - 1;
  for (let at = 0; at < last; at++) {
    expect(Math.abs(alphaAt(hatch, at + 1, 0) - alphaAt(hatch, at, 1))).toBeLessThanOrEqual(1);
    expect(Math.abs(alphaAt(hatch, 0, at + 1) - alphaAt(hatch, last, (at + 2) % (last + 1)))).toBeLessThanOrEqual(1);
  }
});

test("the lines of the hatch stand 7 px apart and cover ink at 42%", () => {
  const hatch = mapImage("hatch", "light");
  expect(hatch.width / IMAGE_PIXEL_RATIO / Math.SQRT2).toBeCloseTo(7, 0);
  expect(Math.max(...hatch.data.filter((_, index) => index % 4 === 3))).toBe(Math.round(0.42 * 255));
});

test("an unchecked service is hollow, a checked one is filled", () => {
  const middle = mapImage("service", "light").width / 2;
  const colour = (kind: "service" | "service-unchecked") => {
    const { width, data } = mapImage(kind, "light");
    return [...data.slice((middle * width + middle) * 4, (middle * width + middle) * 4 + 3)];
  };
  expect(colour("service")).toEqual([0x1b, 0x66, 0x94]);
  expect(colour("service-unchecked")).toEqual([255, 255, 255]);
});

test("every image that a style asks for can be drawn", () => {
  const view = {
    theme: "dark",
    filled: true,
    overBase: false,
    services: true,
    crowded: false,
    doubt: true,
    areas: true,
  } as const;
  const asked = JSON.stringify(layers(view)).match(/"[a-z-]+:(light|dark)"/g) ?? [];
  const drawn = IMAGE_KINDS.map((kind) => `"${kind}:dark"`);
  expect([...new Set(asked)].toSorted()).toEqual(drawn.toSorted());
});

test("the dark hatch has a pale line and a dark edge, so that one of them shows on every class", () => {
  const { data } = mapImage("hatch", "dark");
  const strong = Array.from({ length: data.length / 4 }, (_, pixel) => pixel * 4).filter(
    (at) => (data[at + 3] ?? 0) > 120,
  );
  const reds = strong.map((at) => data[at] ?? 0);
  expect(Math.max(...reds)).toBeGreaterThan(130);
  expect(Math.min(...reds)).toBeLessThan(60);
});
