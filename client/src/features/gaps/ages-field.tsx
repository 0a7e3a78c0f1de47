import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { useState } from "react";
import { NumberBox } from "../../ui/number-box.tsx";
import { Select } from "../../ui/select.tsx";
import type { View } from "../../view/view.ts";
import { agesWords, capital } from "../../words/question.ts";
import styles from "./question-panel.module.css";

const USUAL = ["0-90", "0-4", "5-10", "11-17", "18-24", "18-64", "65-90", "80-90"];
const OTHER = "other";

interface Props {
  readonly type: ServiceTypeListed;
  readonly settings: Pick<GapSettings, "ageFrom" | "ageTo">;
  readonly onSettle: (changed: Partial<View>) => void;
}

/** Who the question is for: ages often asked about, or any from and to. */
export function AgesField({ type, settings, onSettle }: Props) {
  const { ageFrom: from, ageTo: to } = settings;
  const now = `${from}-${to}`;
  const start = `${type.ageFrom}-${type.ageTo}`;
  const listed = [start, ...USUAL.filter((ages) => ages !== start)];
  const [other, setOther] = useState(false);
  const shown = other || !listed.includes(now) ? OTHER : now;
  const words = (ages: string) => {
    const [youngest = 0, oldest = 90] = ages.split("-").map(Number);
    return capital(`people ${agesWords(youngest, oldest)}`);
  };
  const choose = (ages: string) => {
    setOther(ages === OTHER);
    if (ages === OTHER) return;
    const [youngest = 0, oldest = 90] = ages.split("-").map(Number);
    onSettle({ age: { from: youngest, to: oldest } });
  };
  return (
    <div className={styles.group}>
      <Select
        label="For"
        value={shown}
        options={[...listed.map((ages) => ({ id: ages, label: words(ages) })), { id: OTHER, label: "Other ages…" }]}
        onChange={choose}
      />
      {shown === OTHER && (
        <div className={styles.pair}>
          <div className={styles.group}>
            <span className={styles.label} aria-hidden>
              From age
            </span>
            <NumberBox
              label="From age"
              value={from}
              least={0}
              most={90}
              step={1}
              onSettle={(next) => onSettle({ age: { from: next, to: Math.max(next, to) } })}
            />
          </div>
          <div className={styles.group}>
            <span className={styles.label} aria-hidden>
              To age
            </span>
            <NumberBox
              label="To age, 90 means 90 and over"
              value={to}
              least={0}
              most={90}
              step={1}
              onSettle={(next) => onSettle({ age: { from: Math.min(from, next), to: next } })}
            />
          </div>
        </div>
      )}
    </div>
  );
}
