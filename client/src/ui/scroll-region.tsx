import type { ReactNode } from "react";
import page from "./page.module.css";

interface Props {
  readonly label: string;
  /** In place of the room that a wide table of a page has. */
  readonly className?: string | undefined;
  /** Whether it scrolls up and down too. */
  readonly bothWays?: boolean;
  readonly children: ReactNode;
}

/** Room for a table that may be larger than it: it scrolls by itself, by keyboard too. */
export function ScrollRegion({ label, className = page.scroll, bothWays = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className={className} aria-label={`${label}, scrolls${bothWays ? "" : " sideways"}`} tabIndex={0}>
      {children}
    </section>
  );
}
