import type { ReactNode } from "react";
import type { MethodPart } from "../../words/method-parts.ts";
import styles from "./method.module.css";

interface Props {
  readonly id: MethodPart;
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the page, which figures elsewhere link to by its id. */
export function Part({ id, title, children }: Props) {
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
