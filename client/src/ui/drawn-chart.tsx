import { useEffect, useRef, useState } from "react";
import styles from "./drawn-chart.module.css";

interface Props {
  /** Loads what draws, and draws so wide, in a class; the same function for as long as the chart stays the same. */
  readonly draw: (width: number, className: string) => Promise<Element>;
  /** What the chart shows, in words. */
  readonly label: string;
  readonly className: string | undefined;
  readonly kind: string;
}

/** A chart as wide as its room, drawn by a library that is loaded with the first one. */
export function DrawnChart({ draw, label, className, kind }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const here = room.current;
    if (!here) return;
    let [wanted, drawn] = [true, 0];
    const redraw = async () => {
      const width = here.clientWidth;
      if (width === 0 || width === drawn) return;
      const chart = await draw(width, styles.plot ?? "");
      if (!wanted || width !== here.clientWidth) return;
      drawn = width;
      here.replaceChildren(chart);
      setFailed(false);
    };
    const watch = new ResizeObserver(() => void redraw().catch(() => setFailed(true)));
    watch.observe(here);
    return () => {
      wanted = false;
      watch.disconnect();
    };
  }, [draw]);
  return (
    <>
      <div ref={room} className={className} data-kind={kind} role="img" aria-label={label} />
      {failed && <p>The chart did not load. Its numbers are below.</p>}
    </>
  );
}
