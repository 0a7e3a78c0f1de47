import { areaY, axisX, axisY, barX, gridX, gridY, line, plot, ruleX, text } from "@observablehq/plot";
import { withoutWords } from "../../ui/chart-words.ts";
import type { ChartParts } from "./chart-parts.ts";

const MOST_CURVE = 440;
const BAR = 34;
const LABELS = 112;

type Bars = Extract<ChartParts, { kind: "bars" }>;
type Curve = Extract<ChartParts, { kind: "curve" }>;

/** A chart so wide, in the colours of the page, without words of its own for a screen reader. */
export function drawChart(parts: ChartParts, width: number, className: string): Element {
  const chart = parts.kind === "bars" ? bars(parts, width, className) : curve(parts, width, className);
  return withoutWords(chart);
}

function bars({ bars: rows, average }: Bars, width: number, className: string) {
  const known = rows.filter(({ value }) => Number.isFinite(value));
  return plot({
    className,
    width,
    height: rows.length * BAR + 8,
    marginLeft: LABELS,
    marginRight: 56,
    marginTop: 4,
    marginBottom: 4,
    x: { axis: null, domain: [0, Math.max(...known.map(({ value }) => value), average || 0) || 1] },
    y: { domain: rows.map(({ label }) => label), padding: 0.25, label: null },
    marks: [
      axisY({ tickSize: 0, label: null, textAnchor: "end" }),
      barX(known, { x: "value", y: "label", fill: "var(--service)" }),
      ...(Number.isFinite(average)
        ? [ruleX([average], { stroke: "var(--ink)", strokeWidth: 2, strokeDasharray: "5 4" })]
        : []),
      text(rows, {
        frameAnchor: "right",
        y: "label",
        text: "shown",
        dx: 10,
        textAnchor: "start",
        fill: "var(--ink)",
        fontWeight: 650,
      }),
    ],
  });
}

const percents = (share: number) => `${Math.round(share * 100)}%`;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

function curve({ points, across, up }: Curve, width: number, className: string) {
  const side = Math.min(width, MOST_CURVE);
  const of = [...points];
  return plot({
    className,
    width: side,
    height: side,
    marginLeft: 48,
    marginRight: 20,
    marginTop: 28,
    marginBottom: 44,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [
      gridX(TICKS, { stroke: "var(--line)", strokeOpacity: 1 }),
      gridY(TICKS, { stroke: "var(--line)", strokeOpacity: 1 }),
      areaY(of, { x: "0", y1: "0", y2: "1", fill: "var(--service-tint)" }),
      line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: "var(--line-strong)", strokeWidth: 1.5, strokeDasharray: "5 4" },
      ),
      line(of, { x: "0", y: "1", stroke: "var(--service)", strokeWidth: 2.5 }),
      axisX(TICKS, { tickFormat: percents, label: across, labelArrow: false, labelAnchor: "center", tickSize: 0 }),
      axisY(TICKS, { tickFormat: percents, label: up, labelArrow: false, labelAnchor: "top", tickSize: 0 }),
    ],
  });
}
