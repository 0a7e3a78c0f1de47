import { useId } from "react";
import page from "../../ui/page.module.css";
import { Chart } from "./chart.tsx";
import type { ChartParts } from "./chart-parts.ts";
import styles from "./equity.module.css";

/** One chart with its sentence and its numbers. */
export interface FigureTold {
  readonly title: string;
  readonly sentence: string;
  readonly note: string;
  /** Null where there is nothing to draw. */
  readonly parts: ChartParts | null;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function EquityFigure({ told }: { readonly told: FigureTold }) {
  const { title, sentence, note, parts, head, rows } = told;
  const id = useId();
  return (
    <section className={styles.figure} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles.sentence}>{sentence}</p>
      {parts && <Chart parts={parts} label={`${title}. ${sentence}`} />}
      <p className={page.muted}>{note}</p>
      {rows.length > 0 && (
        <details className={styles.numbers}>
          <summary>Show numbers</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
          <section className={styles.scroll} aria-label={`Numbers: ${title}`} tabIndex={0}>
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
          </section>
        </details>
      )}
    </section>
  );
}
