import { type PointerEvent, useRef, useState } from "react";
import { type Height, pixelsOf, settled } from "./sheet-heights.ts";

/** A finger that trembles this much still presses. */
const STILL = 6;

interface Drag {
  readonly from: number;
  readonly pixels: number;
  readonly last: { readonly y: number; readonly time: number };
  readonly velocity: number;
  readonly moved: boolean;
}

/**
 * The height of the list over a small map, and what makes a drag of its head change it.
 *
 * @param room pixels of map and list together
 * @returns `dragged` is its pixels while it is dragged; `moved` whether the press just ended was a drag
 */
export function useSheet(room: () => number) {
  const [height, setHeight] = useState<Height>("half");
  const [dragged, setDragged] = useState<number | null>(null);
  const drag = useRef<Drag | null>(null);
  const wasDrag = useRef(false);

  const start = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const last = { y: event.clientY, time: event.timeStamp };
    drag.current = { from: event.clientY, pixels: pixelsOf(height, room()), last, velocity: 0, moved: false };
    wasDrag.current = false;
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const before = drag.current;
    if (!before) return;
    const up = before.from - event.clientY;
    if (!before.moved && Math.abs(up) < STILL) return;
    const time = Math.max(1, event.timeStamp - before.last.time);
    const velocity = (before.last.y - event.clientY) / time;
    drag.current = { ...before, last: { y: event.clientY, time: event.timeStamp }, velocity, moved: true };
    setDragged(Math.max(pixelsOf("peek", room()), Math.min(room(), before.pixels + up)));
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const before = drag.current;
    drag.current = null;
    if (!before?.moved) return;
    wasDrag.current = true;
    setHeight(settled(before.pixels + before.from - event.clientY, room(), before.velocity));
    setDragged(null);
  };
  return {
    height,
    setHeight,
    dragged,
    moved: () => wasDrag.current,
    handlers: { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: end },
  };
}
