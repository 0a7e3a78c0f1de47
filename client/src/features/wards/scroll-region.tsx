import type { ReactNode } from "react";
import page from "../../ui/page.module.css";

interface Props {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A wide table that scrolls sideways by itself, by keyboard too. */
export function ScrollRegion({ label, className = "", children }: Props) {
  const name = `${label}, scrolls sideways`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className={`${page.scroll} ${className}`} aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
