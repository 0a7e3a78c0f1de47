import { AGE_INDICATOR, METHODS, takesDecay } from "@needs-map/shared/domain/gap/settings";
import { useId, useState } from "react";
import { evenWeights, totalWeight } from "../../analysis/weights.ts";
import { Button } from "../../ui/button.tsx";
import { NumberSlider } from "../../ui/number-slider.tsx";
import { Select } from "../../ui/select.tsx";
import { METHOD_NOTES, methodName } from "../../words/question.ts";
import { DecayField } from "./decay-field.tsx";
import styles from "./question-panel.module.css";
import type { QuestionProps } from "./question-panel.tsx";

/** So many measures are all shown at once; of more, those that count at the start or now. */
const FEW_MEASURES = 12;

const PER_CENT = { format: { style: "unit", unit: "percent", unitDisplay: "short" }, suffix: "%" } as const;

/** Method, need weights, how far need raises the target, and the way back to the start. */
export function MoreSettings({ place, indicators, question, onMove, onSettle, onReset }: QuestionProps) {
  const name = useId();
  const [refused, setRefused] = useState(false);
  const { settings } = question;
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const measures = [
    { id: AGE_INDICATOR, title: "Share of people of the ages asked about", theme: "People" },
    ...indicators.filter(({ of }) => of === "small-areas"),
  ];
  const starts = (id: string) => id in place.needWeights;
  const isShown = (id: string) =>
    measures.length <= FEW_MEASURES || starts(id) || added.has(id) || (settings.weights[id] ?? 0) > 0;
  const weighted = measures.filter(({ id }) => isShown(id)).sort((a, b) => Number(starts(b.id)) - Number(starts(a.id)));
  const others = measures.filter(({ id }) => !isShown(id));
  const total = totalWeight(settings.weights);
  const weigh = (id: string, value: number, apply: QuestionProps["onMove"]) => {
    const w = { ...settings.weights, [id]: value };
    const counts = totalWeight(w) > 0;
    setRefused(!counts);
    if (counts) apply({ w });
  };
  return (
    <details className={styles.more}>
      <summary>More</summary>
      <div className={styles.fields}>
        <fieldset>
          <legend className={styles.label}>Method</legend>
          {METHODS.map((method) => (
            <label key={method} className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={settings.method === method}
                onChange={() => onSettle({ how: method })}
              />
              <span>
                {methodName(method, settings.unit)}
                <small>{METHOD_NOTES[method]}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {takesDecay(settings.method) && <DecayField settings={settings} onSettle={(decay) => onSettle({ decay })} />}
        <NumberSlider
          label="Need raises the target by up to"
          value={Math.round(settings.uplift * 100)}
          least={0}
          most={100}
          step={1}
          unit={PER_CENT}
          onMove={(up) => onMove({ up })}
          onSettle={(up) => onSettle({ up })}
        />
        <fieldset className={`${styles.group} ${styles.whole}`}>
          <legend className={styles.label}>What counts as need, out of 100</legend>
          <div className={styles.weights}>
            {weighted.map(({ id, title }) => (
              <NumberSlider
                key={id}
                label={title}
                value={settings.weights[id] ?? 0}
                least={0}
                most={100}
                step={1}
                onMove={(value) => weigh(id, value, onMove)}
                onSettle={(value) => weigh(id, value, onSettle)}
              />
            ))}
          </div>
          {others.length > 0 && (
            <Select
              label="Another measure to weigh"
              value=""
              options={[
                { id: "", label: `Choose one of ${others.length}` },
                ...others.map(({ id, title, theme }) => ({ id, label: `${title} (${theme})` })),
              ]}
              onChange={(id) => setAdded(new Set([...added, id]))}
            />
          )}
          <p className={styles.total} role="status">
            <span>Total {total}</span>
            {total !== 100 && (
              <Button look="link" onClick={() => onSettle({ w: evenWeights(settings.weights) })}>
                Make it 100
              </Button>
            )}
          </p>
          {total !== 100 && (
            <p className={styles.note}>Each weight counts as its share of {total}, so the figures stay right.</p>
          )}
          {refused && (
            <p className={styles.note} role="status">
              One measure at least has to count, so this weight stays.
            </p>
          )}
          <p className={styles.note}>What residents say is kept apart and never mixed in.</p>
          <Button look="link" onClick={() => onSettle({ w: null })}>
            Reset the weights
          </Button>
        </fieldset>
        <Button onClick={onReset}>Reset all settings</Button>
      </div>
    </details>
  );
}
