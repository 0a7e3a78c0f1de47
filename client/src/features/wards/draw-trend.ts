import { axisX, dot, line, plot, rect, ruleY, text } from "@observablehq/plot";
import { withoutWords } from "../../ui/chart-words.ts";
import { ordinal } from "../../words/numbers.ts";
import type { TrendLine, TrendPoint } from "./trend-lines.ts";

const HEIGHT = 132;

/**
 * A ward's figure over the years, so wide: its place among the wards with the most need on top and the worst fifth as a
 * band, or its value with the place's as a dashed line. A filled dot is in the worst fifth.
 */
export function drawTrend({ points, compare }: TrendLine, width: number, className: string): Element {
  const places = compare === "places";
  const known = points.filter(({ value }) => Number.isFinite(value));
  const up = (point: TrendPoint) => (places ? (point.rank ?? 0) : point.value);
  const years = points.map(({ year }) => year);
  const wards = Math.max(...points.map(({ of }) => of));
  const [first = 0, last = 1] = [years[0], years.at(-1)];
  const top = Math.max(...points.flatMap(({ value, average }) => [value, average]).filter(Number.isFinite), 0) || 1;
  const fifths = places ? points.filter(({ fifth }) => fifth > 0) : [];
  const band = fifths.map(({ fifth }) => fifth).at(-1);
  const colour = { stroke: "var(--gap)" };
  const shown = (point: TrendPoint) => (places ? ordinal(point.rank ?? 0) : point.show(point.value));
  const chart = plot({
    className,
    width,
    height: HEIGHT,
    marginLeft: 26,
    marginRight: 26,
    marginTop: 22,
    marginBottom: 24,
    x: { domain: [first, last] },
    y: { axis: null, domain: places ? [wards + 0.5, 0.5] : [0, top] },
    marks: [
      ...(band
        ? [
            rect([0], {
              x1: first,
              x2: last,
              y1: 0.5,
              y2: band + 0.5,
              fill: "var(--gap-tint)",
              insetLeft: -20,
              insetRight: -20,
            }),
          ]
        : []),
      ruleY([places ? wards + 0.5 : 0], { stroke: "var(--line-strong)" }),
      axisX(years, { tickFormat: String, tickSize: 0, label: null }),
      ...(places
        ? []
        : [
            line(points, { x: "year", y: "average", stroke: "var(--ink-2)", strokeWidth: 1.5, strokeDasharray: "5 4" }),
          ]),
      line(points, {
        x: "year",
        y: (point) => (Number.isFinite(point.value) ? up(point) : Number.NaN),
        ...colour,
        strokeWidth: 2,
      }),
      dot(known, {
        x: "year",
        y: up,
        r: 4.5,
        ...colour,
        strokeWidth: 2,
        fill: ({ worst }) => (worst ? "var(--gap)" : "var(--canvas)"),
      }),
      text(known, {
        x: "year",
        y: up,
        text: shown,
        dy: -13,
        fill: "var(--ink)",
        fontWeight: 650,
        stroke: "var(--canvas)",
        strokeWidth: 3,
      }),
    ],
  });
  return withoutWords(chart);
}
