/** How much of a small screen the list takes, from least to most. */
export const HEIGHTS = ["peek", "half", "full"] as const;
export type Height = (typeof HEIGHTS)[number];

/** What each height is called, after the name of the list. */
export const HEIGHT_WORDS: Readonly<Record<Height, string>> = {
  peek: "closed",
  half: "half open",
  full: "open",
};

/** Pixels of the part that always shows: the button and what the map shows, in a line. */
export const PEEK_PIXELS = 60;

/** Pixels a millisecond from which a drag is a flick, which goes one height on however far it went. */
const FLICK = 0.5;

/** The height after a press on the button: upwards, and from the top back to the bottom. */
export const nextHeight = (height: Height): Height => HEIGHTS[(HEIGHTS.indexOf(height) + 1) % HEIGHTS.length] ?? "peek";

/** The height one step up or down; the same at the end. */
export function stepped(height: Height, steps: number): Height {
  const at = HEIGHTS.indexOf(height) + steps;
  return HEIGHTS[Math.max(0, Math.min(HEIGHTS.length - 1, at))] ?? height;
}

/** The height that a key asks for; null for other keys. */
export function heightByKey(height: Height, key: string): Height | null {
  if (key === "ArrowUp") return stepped(height, 1);
  if (key === "ArrowDown") return stepped(height, -1);
  if (key === "Home") return "full";
  return key === "End" || key === "Escape" ? "peek" : null;
}

/** Pixels of a height where so many are there for map and list together. */
export function pixelsOf(height: Height, room: number): number {
  if (height === "full") return room;
  return height === "half" ? Math.max(PEEK_PIXELS, Math.round(room / 2)) : Math.min(PEEK_PIXELS, room);
}

/**
 * The height where a list that was dragged comes to rest: the nearest, or after a flick the next in its direction.
 *
 * @param pixels   where it was let go
 * @param room     pixels of map and list together
 * @param velocity pixels a millisecond when it was let go, upwards positive
 */
export function settled(pixels: number, room: number, velocity: number): Height {
  const away = (height: Height) => Math.abs(pixelsOf(height, room) - pixels);
  if (Math.abs(velocity) < FLICK) return HEIGHTS.reduce((near, height) => (away(height) < away(near) ? height : near));
  const beyond = HEIGHTS.filter((height) => (pixelsOf(height, room) - pixels) * velocity > 0);
  return (velocity > 0 ? beyond[0] : beyond.at(-1)) ?? (velocity > 0 ? "full" : "peek");
}
