import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface Props {
  readonly tone?: "plain" | "warn" | "error";
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A message that belongs to the page. Errors are read out at once, others when there is a pause. */
export function Notice({ tone = "plain", children, action }: Props) {
  return (
    <div
      className={`${styles.notice} ${tone === "plain" ? "" : styles[tone]}`.trim()}
      role={tone === "error" ? "alert" : "status"}
    >
      <div>{children}</div>
      {action}
    </div>
  );
}
