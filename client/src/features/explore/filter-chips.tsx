import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { TRAVEL_MODES } from "@needs-map/shared/domain/gap/settings";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Select } from "../../ui/select.tsx";
import type { ViewChange } from "../../view/use-view.ts";
import type { View } from "../../view/view.ts";
import { figure } from "../../words/numbers.ts";
import { MODE_NAMES, REACH_NAMES } from "../../words/question.ts";
import { withKind, withLayer } from "./chosen-kinds.ts";
import styles from "./filter-chips.module.css";

interface Props {
  readonly types: readonly ServiceTypeListed[];
  readonly chosen: readonly ServiceTypeListed[];
  readonly view: View;
  /** Something was looked up, so that journeys to the services are told. */
  readonly looked: boolean;
  readonly change: ViewChange;
}

/** So many kinds show before the rest is asked for; those that are chosen always do. */
const KINDS_SHOWN = 4;
const MODES = TRAVEL_MODES.map((id) => ({ id, label: MODE_NAMES[id] }));
const MINUTES = [5, 10, 15, 20, 30, 45, 60];
const USUAL = "";

/** What is on the map: kinds of service, how far they reach, and small areas. Each chip is a switch. */
export function FilterChips({ types, chosen, view, looked, change }: Props) {
  const [all, setAll] = useState(false);
  const shown = types.filter((type, at) => all || at < KINDS_SHOWN || chosen.includes(type));
  const hidden = types.length - shown.length;
  const minutes =
    view.min === null || MINUTES.includes(view.min) ? MINUTES : [...MINUTES, view.min].sort((a, b) => a - b);
  const usual = [...new Set(chosen.map((kind) => kind.minutes))];
  return (
    <div className={styles.filters}>
      <fieldset className={styles.chips}>
        <legend>Services</legend>
        {shown.map((type) => (
          <Chip
            key={type.id}
            on={chosen.includes(type)}
            onPress={() => void change({ ...withKind(types, view, type.id), service: null }, "push")}
          >
            {type.title}
          </Chip>
        ))}
        {(hidden > 0 || all) && (
          <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Fewer kinds" : `${figure(hidden)} more kinds`}
          </button>
        )}
      </fieldset>
      <fieldset className={styles.chips}>
        <legend>Also show</legend>
        <Chip on={view.on.has("reach")} onPress={() => void change({ on: withLayer(view.on, "reach") })}>
          {REACH_NAMES[view.go]}
        </Chip>
        <Chip on={view.on.has("areas")} onPress={() => void change({ on: withLayer(view.on, "areas") })}>
          Small areas
        </Chip>
      </fieldset>
      {(view.on.has("reach") || looked) && (
        <div className={styles.journey}>
          <Select
            label="Getting there"
            value={view.go}
            options={MODES}
            onChange={(go) => void change({ go: TRAVEL_MODES.find((mode) => mode === go) ?? "walk" })}
          />
          {view.on.has("reach") && (
            <Select
              label="Longest journey"
              value={view.min === null ? USUAL : String(view.min)}
              options={[
                { id: USUAL, label: usual.length === 1 ? `Usual, ${usual[0]} min` : "Usual for each kind" },
                ...minutes.map((min) => ({ id: String(min), label: `${min} minutes` })),
              ]}
              onChange={(min) => void change({ min: min === USUAL ? null : Number(min) })}
            />
          )}
        </div>
      )}
    </div>
  );
}

interface ChipProps {
  readonly on: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Chip({ on, onPress, children }: ChipProps) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={onPress}>
      {on && <Check size={17} aria-hidden />}
      {children}
    </button>
  );
}
