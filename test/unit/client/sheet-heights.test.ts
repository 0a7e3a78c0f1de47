import {
  HEIGHTS,
  heightByKey,
  nextHeight,
  PEEK_PIXELS,
  pixelsOf,
  settled,
} from "@needs-map/client/features/explore/sheet-heights";
import { describe, expect, test } from "vitest";

const ROOM = 600;

test("the button goes up through the three heights and back to the first", () => {
  expect(HEIGHTS.map(nextHeight)).toEqual(["half", "full", "peek"]);
});

test("arrow keys go one height up or down and stop at the ends", () => {
  expect(heightByKey("peek", "ArrowUp")).toBe("half");
  expect(heightByKey("full", "ArrowUp")).toBe("full");
  expect(heightByKey("full", "ArrowDown")).toBe("half");
  expect(heightByKey("peek", "ArrowDown")).toBe("peek");
  expect(heightByKey("peek", "Home")).toBe("full");
  expect(heightByKey("full", "End")).toBe("peek");
  expect(heightByKey("full", "Escape")).toBe("peek");
  expect(heightByKey("half", "Tab")).toBeNull();
});

describe("the list", () => {
  test("takes a strip, half or everything, and never more than there is", () => {
    expect(HEIGHTS.map((height) => pixelsOf(height, ROOM))).toEqual([PEEK_PIXELS, 300, 600]);
    for (const height of HEIGHTS) expect(pixelsOf(height, 40)).toBeLessThanOrEqual(PEEK_PIXELS);
    expect(pixelsOf("peek", 40)).toBe(40);
  });

  test("rests at the nearest height when it is let go", () => {
    expect(settled(100, ROOM, 0)).toBe("peek");
    expect(settled(220, ROOM, 0.1)).toBe("half");
    expect(settled(470, ROOM, -0.1)).toBe("full");
  });

  test("goes on the way it was flicked, to the next height and no further", () => {
    expect(settled(100, ROOM, 1)).toBe("half");
    expect(settled(320, ROOM, 1)).toBe("full");
    expect(settled(560, ROOM, -1)).toBe("half");
    expect(settled(280, ROOM, -1)).toBe("peek");
    expect(settled(600, ROOM, 2)).toBe("full");
    expect(settled(20, ROOM, -2)).toBe("peek");
  });
});
