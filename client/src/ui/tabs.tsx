import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import styles from "./tabs.module.css";

interface TabGiven {
  readonly id: string;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly TabGiven[];
}

/** Panels of which one shows. Arrow keys, Home and End move among the tabs and open them. */
export function Tabs({ label, tabs }: Props) {
  const base = useId();
  const [open, setOpen] = useState(tabs[0]?.id ?? "");
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find(({ id }) => id === open) ?? tabs[0];
  const keys = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === shown?.id);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    setOpen(next.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${base}-${next.id}`)}`)?.focus();
  };
  return (
    <>
      <div ref={list} className={styles.list} role="tablist" aria-label={label} onKeyDown={keys}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            className={styles.tab}
            aria-selected={tab.id === shown?.id}
            aria-controls={tab.id === shown?.id ? `${base}-panel` : undefined}
            tabIndex={tab.id === shown?.id ? 0 : -1}
            onClick={() => setOpen(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${shown?.id}`} tabIndex={-1}>
        {shown?.panel}
      </div>
    </>
  );
}
