import { Columns2, Map as MapIcon, Table2 } from "lucide-react";
import type { View } from "../../view/view.ts";
import styles from "./view-switch.module.css";

interface Props {
  readonly shown: View["view"];
  readonly onChange: (view: View["view"]) => void;
  /** Buttons beside each other rather than in a column. */
  readonly across?: boolean;
  readonly mapWorks: boolean;
}

const CHOICES = [
  { id: "both", label: "Map and list", icon: Columns2 },
  { id: "map", label: "Map alone", icon: MapIcon },
  { id: "table", label: "Table", icon: Table2 },
] as const;

/** Map with the list, map alone, or everything as a table. */
export function ViewSwitch({ shown, onChange, across = false, mapWorks }: Props) {
  if (!mapWorks) return null;
  return (
    <fieldset className={`${styles.group} ${across ? styles.across : ""}`}>
      <legend className="visually-hidden">Show as</legend>
      {CHOICES.map(({ id, label, icon: Icon }) => (
        <button
          key={id}
          type="button"
          className={styles.button}
          aria-pressed={shown === id}
          aria-label={label}
          title={label}
          onClick={() => onChange(id)}
        >
          <Icon size={18} aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}
