import type { ReactNode } from "react";
import { Switch } from "react-aria-components/Switch";
import styles from "./toggle.module.css";

interface Props {
  readonly label: string;
  readonly mark: ReactNode;
  readonly count?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A switch with the mark that it shows or hides on the map. */
export function Toggle({ label, mark, count, on, onChange }: Props) {
  return (
    <Switch className={styles.toggle ?? ""} isSelected={on} onChange={onChange}>
      <span className={styles.mark} aria-hidden>
        {mark}
      </span>
      <span>
        {label}
        {count !== undefined && <span className={styles.count}> {count}</span>}
      </span>
      <span className={styles.track} aria-hidden />
    </Switch>
  );
}
