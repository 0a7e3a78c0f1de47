import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import styles from "./field.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly onChange: (id: string) => void;
  readonly icon?: ReactNode;
}

/** A list to choose one from, in the browser's own control: best on phones and with every screen reader. */
export function Select({ label, value, options, onChange, icon }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        {icon}
        <select
          id={id}
          className={icon ? `${styles.select} ${styles.withIcon}` : styles.select}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={18} aria-hidden />
      </div>
    </div>
  );
}
