import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { METHODS, TRAVEL_MODES } from "@needs-map/shared/domain/gap/settings";
import type { Question } from "../../analysis/question.ts";
import page from "../../ui/page.module.css";
import { Select } from "../../ui/select.tsx";
import type { ViewChange } from "../../view/use-view.ts";
import { MODE_NAMES, methodName } from "../../words/question.ts";

const MINUTES = [5, 10, 15, 20, 30, 45, 60];

interface Props {
  readonly types: readonly ServiceTypeListed[];
  readonly question: Question;
  readonly change: ViewChange;
}

/** The parts of the question that change most what is fair: service, way of travel, longest journey and measure. */
export function QuestionChoices({ types, question: { type, settings }, change }: Props) {
  const minutes = [...new Set([...MINUTES, settings.minutes])].sort((a, b) => a - b);
  return (
    <div className={page.choices}>
      <Select
        label="Service"
        value={type.id}
        options={types.map(({ id, title }) => ({ id, label: title }))}
        onChange={(svc) =>
          void change({ svc: svc === types[0]?.id ? null : svc, age: null, min: null, target: null }, "push")
        }
      />
      <Select
        label="Getting there"
        value={settings.mode}
        options={TRAVEL_MODES.map((id) => ({ id, label: MODE_NAMES[id] }))}
        onChange={(id) => void change({ go: TRAVEL_MODES.find((mode) => mode === id) ?? "walk" })}
      />
      <Select
        label="Longest journey"
        value={String(settings.minutes)}
        options={minutes.map((many) => ({ id: String(many), label: `${many} minutes` }))}
        onChange={(many) => void change({ min: Number(many) === type.minutes ? null : Number(many) })}
      />
      <Select
        label="How access is measured"
        value={settings.method}
        options={METHODS.map((id) => ({ id, label: methodName(id, type.unit) }))}
        onChange={(id) => void change({ how: METHODS.find((method) => method === id) ?? "share" })}
      />
    </div>
  );
}
