import type { KeyboardEvent, PointerEvent } from "react";
import styles from "./panel-edge.module.css";

interface Props {
  /** What is made wider or narrower: "the question". */
  readonly label: string;
  /** The side of the middle that the panel stands on. */
  readonly side: "left" | "right";
  /** Width of the panel in CSS pixels, and its limits. */
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  readonly onChange: (width: number) => void;
}

const STEP = 16;

/**
 * The edge between a panel and the middle: dragged, or moved by arrow keys, Home and End; a double click or Enter
 * brings the usual width back.
 *
 * @see WAI-ARIA Authoring Practices, window splitter pattern
 */
export function PanelEdge({ label, side, width, least, most, usual, onChange }: Props) {
  const towards = side === "left" ? 1 : -1;
  const set = (next: number) => onChange(Math.round(Math.min(most, Math.max(least, next))));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(width + towards * event.movementX);
  };
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = {
      ArrowLeft: width - towards * STEP,
      ArrowRight: width + towards * STEP,
      Home: least,
      End: most,
      Enter: usual,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a splitter that moves is a focusable separator; hr cannot be one
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuetext={`${width} pixels`}
      className={`${styles.edge} ${styles[side]}`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => set(usual)}
      onKeyDown={keys}
    />
  );
}
