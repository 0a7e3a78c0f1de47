import type { Map as MapInstance, MapMouseEvent } from "maplibre-gl";
import { useEffect, useRef } from "react";
import styles from "./map-canvas.module.css";

interface Props {
  readonly map: MapInstance;
  /** Where the tooltip stands when the pointer is not on the map: longitude and latitude. */
  readonly at: readonly [number, number];
  readonly lines: readonly string[];
}

const GAP = 14;

/** The dark card beside what is pointed at: it follows the pointer, or stands by the ward that a list points at. */
export function WardTooltip({ map, at, lines }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const [lon, lat] = at;

  useEffect(() => {
    const place = () => {
      if (!card.current) return;
      const { x, y } = pointer.current ?? map.project([lon, lat]);
      const { clientWidth, clientHeight } = map.getContainer();
      const { offsetWidth, offsetHeight } = card.current;
      const left = x + GAP + offsetWidth > clientWidth ? x - GAP - offsetWidth : x + GAP;
      const below = y + GAP + offsetHeight > clientHeight ? y - GAP - offsetHeight : y + GAP;
      card.current.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, below)}px)`;
    };
    const follow = (event: MapMouseEvent) => {
      pointer.current = { x: event.point.x, y: event.point.y };
      place();
    };
    const leave = () => {
      pointer.current = null;
      place();
    };
    place();
    map.on("mousemove", follow);
    map.on("mouseout", leave);
    map.on("move", place);
    return () => {
      map.off("mousemove", follow);
      map.off("mouseout", leave);
      map.off("move", place);
    };
  }, [map, lon, lat]);

  const [heading, ...rest] = lines;
  return (
    <div ref={card} className={styles.tooltip} role="tooltip">
      <strong>{heading}</strong>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
