import type { ReactNode } from "react";
import styles from "./show-numbers.module.css";

/** A line that opens to the numbers of a chart. */
export function ShowNumbers({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  return (
    <details className={styles.numbers}>
      <summary>
        Show numbers<span className="visually-hidden">: {of}</span>
      </summary>
      {children}
    </details>
  );
}
