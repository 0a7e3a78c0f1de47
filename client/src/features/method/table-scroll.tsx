import type { ReactNode } from "react";
import styles from "./method.module.css";

/** Room for a table that may be wider than the page: it scrolls by itself, by keyboard too. */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label={`${label}, scrolls sideways`} tabIndex={0}>
      {children}
    </section>
  );
}
