import { useCallback, useId } from "react";
import { DrawnChart } from "../../ui/drawn-chart.tsx";
import { type FigureOrigin, FigureSource } from "../../ui/figure-source.tsx";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { ShowNumbers } from "../../ui/show-numbers.tsx";
import type { ChartParts } from "./chart-parts.ts";
import styles from "./equity.module.css";

/** One chart with its sentence and its numbers. */
export interface FigureTold {
  readonly title: string;
  readonly sentence: string;
  readonly note: string;
  readonly formula: string;
  /** Null where there is nothing to draw. */
  readonly parts: ChartParts | null;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Props {
  readonly place: string;
  readonly told: FigureTold;
  /** What every figure of the page rests on. */
  readonly origin: Omit<FigureOrigin, "formula">;
}

export function EquityFigure({ place, told, origin }: Props) {
  const { title, sentence, note, formula, parts, head, rows } = told;
  const id = useId();
  return (
    <section className={styles.figure} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.sentence}>{sentence}</p>
      {parts && <EquityChart parts={parts} label={`${title}. ${sentence}`} />}
      <p className={page.muted}>{note}</p>
      {rows.length > 0 && (
        <ShowNumbers of={title}>
          <ScrollRegion label={`Numbers: ${title}`} className={styles.scroll} bothWays>
            <table>
              <thead>
                <tr>
                  {head.map((words, column) => (
                    <th key={words} scope="col" className={column > 0 ? page.number : undefined}>
                      {words}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([first = "", ...rest]) => (
                  <tr key={first}>
                    <th scope="row">{first}</th>
                    {rest.map((value, column) => (
                      <td key={head[column + 1]} className={page.number}>
                        {value}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </ShowNumbers>
      )}
      <FigureSource place={place} of={title} origin={{ ...origin, formula }} />
    </section>
  );
}

function EquityChart({ parts, label }: { readonly parts: ChartParts; readonly label: string }) {
  const draw = useCallback(
    async (width: number, look: string) => (await import("./draw-chart.ts")).drawChart(parts, width, look),
    [parts],
  );
  return <DrawnChart draw={draw} label={label} className={styles.chart} kind={parts.kind} />;
}
