import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { Layers } from "lucide-react";
import { Toggle } from "../../ui/toggle.tsx";
import type { View } from "../../view/view.ts";
import { figure } from "../../words/numbers.ts";
import { REACH_NAMES } from "../../words/question.ts";
import styles from "./question-panel.module.css";

interface Props {
  readonly on: View["on"];
  readonly type: ServiceTypeListed;
  /** Services that count, in the place and over the border; null where all of them do. */
  readonly counted: { readonly inside: number; readonly over: number } | null;
  /** Wards that are hatched; null where the colouring has no range. */
  readonly doubtful: number | null;
  readonly settings: Pick<GapSettings, "mode" | "minutes">;
  readonly smallAreas: number;
  readonly onChange: (on: View["on"]) => void;
}

const MARKS = {
  services: (
    <svg aria-hidden width={14} height={14} fill="var(--service)">
      <rect x={1} y={1} width={12} height={12} rx={2.5} />
    </svg>
  ),
  doubt: (
    <svg aria-hidden width={16} height={16} stroke="var(--ink-2)" strokeWidth={1.5} fill="none">
      <path d="M1 8 8 1M1 15 15 1M8 15l7-7" />
    </svg>
  ),
  reach: (
    <svg aria-hidden width={16} height={16} stroke="var(--service)" strokeWidth={1.8} fill="none">
      <path d="M8.5 3.2a4.6 4.6 0 1 1 3.2 7.2 4.4 4.4 0 1 1-5-6.8" />
    </svg>
  ),
  areas: (
    <svg aria-hidden width={16} height={16} stroke="var(--ink-3)" strokeWidth={1.3} fill="none">
      <path d="M1 1h14v14H1zM6 1v7H1M6 8l9 1M9 9l-1 6" />
    </svg>
  ),
};

export function OnTheMap({ on, type, counted, doubtful, settings, smallAreas, onChange }: Props) {
  const flip = (layer: keyof typeof MARKS) => (shown: boolean) => {
    const next = new Set(on);
    if (shown) next.add(layer);
    else next.delete(layer);
    onChange(next);
  };
  const inside = counted?.inside ?? type.count;
  const over = counted?.over ?? type.neighbours;
  return (
    <div className={`${styles.part} ${styles.layers}`}>
      <h2>
        <Layers size={18} aria-hidden /> On the map
      </h2>
      <div>
        <Toggle
          label={type.title}
          count={figure(inside)}
          mark={MARKS.services}
          on={on.has("services")}
          onChange={flip("services")}
        />
        {over > 0 && on.has("services") && (
          <p className={styles.border}>
            <svg aria-hidden width={14} height={14} fill="var(--ink-3)">
              <rect x={2} y={2} width={10} height={10} rx={2} />
            </svg>
            {figure(over)} over the border
          </p>
        )}
        {doubtful !== null && (
          <Toggle
            label="Less certain wards"
            count={figure(doubtful)}
            mark={MARKS.doubt}
            on={on.has("doubt")}
            onChange={flip("doubt")}
          />
        )}
        <Toggle
          label={REACH_NAMES[settings.mode]}
          count={`${settings.minutes} min`}
          mark={MARKS.reach}
          on={on.has("reach")}
          onChange={flip("reach")}
        />
        <Toggle
          label="Small areas"
          count={figure(smallAreas)}
          mark={MARKS.areas}
          on={on.has("areas")}
          onChange={flip("areas")}
        />
      </div>
    </div>
  );
}
