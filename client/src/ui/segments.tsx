import { type ReactNode, useId } from "react";
import styles from "./segments.module.css";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly label: string; readonly icon?: ReactNode }[];
  readonly onChange: (id: T) => void;
}

/** A few choices side by side of which one holds: radio buttons, so that arrow keys choose. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {options.map((option) => (
        <label key={option.id} className={styles.segment}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </div>
  );
}
