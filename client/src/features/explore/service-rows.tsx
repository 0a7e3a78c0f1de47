import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { figure } from "../../words/numbers.ts";
import { capital } from "../../words/question.ts";
import { checkedWords } from "../../words/service.ts";
import type { ListedService } from "./listed-services.ts";
import styles from "./rows.module.css";

interface Props {
  readonly services: readonly ListedService[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** So many are drawn before the rest is asked for: some places have hundreds. */
const ROWS_SHOWN = 60;

/** Every service that is on the map: its name, kind, address, journey and when it was last checked. */
export function ServiceRows({ services, selected, onSelect }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? services : services.slice(0, ROWS_SHOWN);
  return (
    <>
      <ul className={styles.rows}>
        {shown.map(({ service, kind, minutes }) => (
          <li key={service.id}>
            <button
              type="button"
              className={styles.row}
              data-service={service.id}
              aria-pressed={service.id === selected}
              onClick={() => onSelect(service.id)}
            >
              <span className={styles.name}>
                <Mark service={service} />
                {service.name}
              </span>
              {minutes !== null && <span className={styles.figure}>{figure(minutes)} min</span>}
              <small>
                {[
                  capital(kind.one),
                  service.ward === null && "over the border",
                  [service.address, service.postcode].filter(Boolean).join(", "),
                  checkedWords(service),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < services.length && (
        <p className={styles.all}>
          <Button onClick={() => setAll(true)}>Show all {figure(services.length)}</Button>
        </p>
      )}
    </>
  );
}

/** The square that stands for the service on the map: hollow where nobody has checked it, grey over the border. */
function Mark({ service }: { readonly service: Pick<ListedService["service"], "checked" | "ward"> }) {
  const colour = service.ward === null ? "var(--ink-3)" : "var(--service)";
  return (
    <svg className={styles.mark} aria-hidden width={14} height={14}>
      <rect
        x={2}
        y={2}
        width={10}
        height={10}
        rx={2}
        fill={service.checked ? colour : "none"}
        stroke={colour}
        strokeWidth={2}
      />
    </svg>
  );
}
