import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { PlaceDetail } from "@needs-map/shared/contract/place";
import type { WardDetail } from "@needs-map/shared/contract/ward";
import { useCallback, useMemo } from "react";
import { DrawnChart } from "../../ui/drawn-chart.tsx";
import { FigureSource } from "../../ui/figure-source.tsx";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { ShowNumbers } from "../../ui/show-numbers.tsx";
import { figure, ordinal, UNSAID } from "../../words/numbers.ts";
import { type TrendLine, trendLines, trendSentence } from "./trend-lines.ts";
import { trendOrigin } from "./trend-origin.ts";
import styles from "./ward-trends.module.css";

interface Props {
  readonly place: PlaceDetail;
  readonly ward: WardDetail;
  readonly indicators: readonly Indicator[];
  /** Whether a print has every chart, or the first three alone. */
  readonly everything: boolean;
}

/** The figures of a ward that are known of several dates: how they moved, and how long need has persisted. */
export function WardTrends({ place, ward, indicators, everything }: Props) {
  const lines = useMemo(() => trendLines(ward, indicators), [ward, indicators]);
  if (lines.length === 0) return null;
  return (
    <>
      <h2>Over the years</h2>
      <p className={page.muted}>
        A filled dot is a date at which {ward.name} is in the worst fifth of wards. Means of every date are by the
        people of today.
        {lines.some(({ compare }) => compare === "places") &&
          " A figure that was counted in another way at some dates is drawn by the ward's place among the wards, the most need on top, with the worst fifth as a band: compare the place and not the number."}
      </p>
      <div className={styles.trends} data-everything={everything}>
        {lines.map((line) => (
          <TrendFigure key={line.indicator.id} place={place} line={line} />
        ))}
      </div>
    </>
  );
}

function TrendFigure({ place, line }: { readonly place: PlaceDetail; readonly line: TrendLine }) {
  const { indicator, compare, points } = line;
  const sentence = trendSentence(line, place.name);
  const draw = useCallback(
    async (width: number, look: string) => (await import("./draw-trend.ts")).drawTrend(line, width, look),
    [line],
  );
  return (
    <section className={styles.trend} aria-label={`${indicator.title} over the years`}>
      <h3>{indicator.title}</h3>
      <p>{sentence}</p>
      <DrawnChart draw={draw} label={`${indicator.title}. ${sentence}`} className={styles.trendRoom} kind={compare} />
      {compare === "values" && (
        <p className={page.muted}>
          {indicator.unit}; the dashed line is {place.name}.
        </p>
      )}
      <ShowNumbers of={indicator.title}>
        <ScrollRegion
          label={`Numbers: ${indicator.title} over the years`}
          className={`${page.scroll} ${styles.numbersTable}`}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">Year</th>
                <th scope="col" className={page.number}>
                  Ward
                </th>
                <th scope="col" className={page.number}>
                  {place.name}
                </th>
                <th scope="col" className={page.number}>
                  Place
                </th>
                <th scope="col">Worst fifth</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ year, value, average, rank, of, worst, show }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <td className={page.number}>{Number.isFinite(value) ? show(value) : "not known"}</td>
                  <td className={page.number}>{show(average)}</td>
                  <td className={page.number}>{rank === null ? "–" : `${ordinal(rank)} of ${figure(of)}`}</td>
                  <td>{worst === null ? UNSAID : worst ? "yes" : "no"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </ShowNumbers>
      <FigureSource
        place={place.id}
        of={`${indicator.title} over the years`}
        origin={trendOrigin(place, [indicator])}
      />
    </section>
  );
}
