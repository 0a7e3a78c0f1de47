import type { Service, ServiceTypeListed } from "@needs-map/shared/contract/service";
import { EVERY_PROVIDER, type Providers } from "@needs-map/shared/domain/gap/providers";
import { HandHeart } from "lucide-react";
import { useState } from "react";
import { countedServices, formCounts, withForm } from "../../analysis/provider-counts.ts";
import { Button } from "../../ui/button.tsx";
import { Toggle } from "../../ui/toggle.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { figure } from "../../words/numbers.ts";
import { FORM_NAMES } from "../../words/providers.ts";
import panel from "./question-panel.module.css";
import styles from "./who-provides.module.css";

interface Props {
  readonly type: ServiceTypeListed;
  /** Every service of the type, over the border too where those take part; undefined until they are loaded. */
  readonly services: readonly Service[] | undefined;
  readonly providers: Providers;
  /** Which wards' answers rest on unchecked records, in words; null where none does. */
  readonly resting: string | null;
  readonly onChange: (providers: Providers) => void;
}

const UNCHECKED = (
  <svg aria-hidden width={14} height={14} fill="var(--surface)" stroke="var(--service)" strokeWidth={2}>
    <rect x={2} y={2} width={10} height={10} rx={2} />
  </svg>
);

/** Where the question is a bar above the map, in which this would take more room than the question itself. */
const TABLET = "screen and (min-width: 48em) and (max-width: 73.74em)";

/** Whose services count: by legal form, and whether records that nobody has checked do. */
export function WhoProvides({ type, services, providers, resting, onChange }: Props) {
  const [kept, setKept] = useState(false);
  const folded = useMedia(TABLET);
  const offered = services ? formCounts(services, providers.forms) : [];
  const all = services?.filter(({ checked }) => !checked) ?? [];
  const unchecked = countedServices(all, { forms: providers.forms, unchecked: true }).length;
  const isOn = (form: (typeof offered)[number]["form"]) => providers.forms === null || providers.forms.includes(form);
  const few = providers.forms !== null || !providers.unchecked;
  const choice = offered.length > 1 || providers.forms !== null;
  const counted = few ? "some kinds count" : "all kinds count";
  const body = (
    <>
      {choice && (
        <fieldset className={styles.forms}>
          <legend className="visually-hidden">Legal forms that count</legend>
          {offered.map(({ form, count }) => (
            <label key={form} className={styles.form}>
              <input
                type="checkbox"
                checked={isOn(form)}
                onChange={({ target }) => {
                  const forms = withForm(providers.forms, offered, form, target.checked);
                  const stays = !target.checked && forms?.length === 1 && forms[0] === form;
                  setKept(stays);
                  if (!stays) onChange({ ...providers, forms });
                }}
              />
              <span>
                {FORM_NAMES[form]} <span className={styles.count}>{figure(count)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {!choice && offered[0] && (
        <p className={panel.note}>
          {offered[0].form === "unknown"
            ? "The source does not say who runs them."
            : `All of one legal form: ${FORM_NAMES[offered[0].form].toLowerCase()}.`}
        </p>
      )}
      {(all.length > 0 || !providers.unchecked) && (
        <Toggle
          label="Records that nobody has checked"
          count={figure(unchecked)}
          mark={UNCHECKED}
          on={providers.unchecked}
          onChange={(on) => onChange({ ...providers, unchecked: on })}
        />
      )}
      <div role="status" className={styles.told}>
        {kept && <p className={panel.note}>One kind at least has to count, so this one stays.</p>}
        {unchecked > 0 && (
          <p className={panel.note}>
            {providers.unchecked ? `They count half. ${resting ?? ""}` : "They are left out."}
          </p>
        )}
      </div>
      {few && (
        <Button look="link" onClick={() => onChange(EVERY_PROVIDER)}>
          Count all {type.many}
        </Button>
      )}
    </>
  );
  if (folded) {
    return (
      <details className={`${panel.part} ${styles.who} ${styles.folded}`}>
        <summary>
          <HandHeart size={18} aria-hidden /> Who provides <span className={styles.count}>{counted}</span>
        </summary>
        <div className={styles.inside}>{body}</div>
      </details>
    );
  }
  return (
    <div className={`${panel.part} ${styles.who}`}>
      <h2>
        <HandHeart size={18} aria-hidden /> Who provides
      </h2>
      {body}
    </div>
  );
}
