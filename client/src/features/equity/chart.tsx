import { useEffect, useRef, useState } from "react";
import type { ChartParts } from "./chart-parts.ts";
import styles from "./equity.module.css";

interface Props {
  readonly parts: ChartParts;
  /** What the chart shows, in words. */
  readonly label: string;
}

/** A chart as wide as its room, drawn by a library that is loaded with the first one. */
export function Chart({ parts, label }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const here = room.current;
    if (!here) return;
    let [wanted, drawn] = [true, 0];
    const drawing = import("./draw-chart.ts");
    drawing.then(
      () => setFailed(false),
      () => setFailed(true),
    );
    const draw = async () => {
      const { drawChart } = await drawing;
      const width = here.clientWidth;
      if (!wanted || width === 0 || width === drawn) return;
      drawn = width;
      here.replaceChildren(drawChart(parts, width, styles.plot ?? ""));
    };
    const watch = new ResizeObserver(() => void draw().catch(() => setFailed(true)));
    watch.observe(here);
    return () => {
      wanted = false;
      watch.disconnect();
    };
  }, [parts]);
  return (
    <>
      <div ref={room} className={styles.chart} data-kind={parts.kind} role="img" aria-label={label} />
      {failed && <p>The chart did not load. Its numbers are below.</p>}
    </>
  );
}
