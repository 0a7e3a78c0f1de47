import type { Indicator } from "@needs-map/shared/contract/indicator";
import type { Place } from "@needs-map/shared/contract/place";
import type { ServiceTypeListed } from "@needs-map/shared/contract/service";
import { hasShortfall, TRAVEL_MODES } from "@needs-map/shared/domain/gap/settings";
import { Link } from "@tanstack/react-router";
import { Accessibility, Bike, Car, ChevronDown, CircleQuestionMark, Footprints } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Question } from "../../analysis/question.ts";
import { NumberSlider } from "../../ui/number-slider.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Select } from "../../ui/select.tsx";
import type { View } from "../../view/view.ts";
import { perPeopleWords } from "../../words/numbers.ts";
import { agesWords, journey, MODE_NAMES } from "../../words/question.ts";
import { AgesField } from "./ages-field.tsx";
import { MoreSettings } from "./more-settings.tsx";
import styles from "./question-panel.module.css";
import { ServiceIcon } from "./service-icon.tsx";

export interface QuestionProps {
  readonly place: Place;
  readonly types: readonly ServiceTypeListed[];
  readonly indicators: readonly Indicator[];
  readonly question: Question;
  /** While a control moves: the figures follow, the address waits. */
  readonly onMove: (changed: Partial<View>) => void;
  /** When it rests. */
  readonly onSettle: (changed: Partial<View>) => void;
  readonly onService: (id: string) => void;
  readonly onReset: () => void;
}

interface Props extends QuestionProps {
  /** Colours and layers, below the question. */
  readonly children: ReactNode;
}

const MODE_ICONS = {
  walk: <Footprints size={16} aria-hidden />,
  wheel: <Accessibility size={16} aria-hidden />,
  cycle: <Bike size={16} aria-hidden />,
  car: <Car size={16} aria-hidden />,
};

const MODES = TRAVEL_MODES.map((id) => ({ id, label: MODE_NAMES[id], icon: MODE_ICONS[id] }));
const MINUTES = { format: { style: "unit", unit: "minute", unitDisplay: "long" }, suffix: " min" } as const;

/** Slider steps and end that suit the size of a type's usual target. */
export function targetScale(usual: number): { step: number; most: number } {
  const step = usual >= 40 ? 1 : usual >= 5 ? 0.5 : 0.1;
  return { step, most: Math.min(1000, Math.max(step * 10, Math.ceil(usual * 2.5))) };
}

export function QuestionPanel(props: Props) {
  const { types, question, onMove, onSettle, onService, children } = props;
  const { type, settings } = question;
  const [open, setOpen] = useState(false);
  const scale = targetScale(type.target);
  const targetLabel = `Target ${type.unit} per ${perPeopleWords(type.unit)} people`;
  return (
    <section className={`${styles.panel} ${open ? "" : styles.closed}`} aria-label="The question" id="question">
      <button type="button" className={styles.opener} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ServiceIcon icon={type.icon} />
        <span>
          {type.title}
          <small>
            {`People ${agesWords(settings.ageFrom, settings.ageTo)}, ${journey(settings)}${hasShortfall(settings.method) ? `, target ${settings.target}` : ""}`}
          </small>
        </span>
        {open ? "Done" : "Change"}
        <ChevronDown size={18} aria-hidden />
      </button>
      <div className={`${styles.part} ${styles.question}`}>
        <h2>
          <CircleQuestionMark size={18} aria-hidden /> The question
        </h2>
        <div className={styles.fields}>
          <Select
            label="Service"
            value={type.id}
            options={types.map(({ id, title }) => ({ id, label: title }))}
            onChange={onService}
            icon={<ServiceIcon icon={type.icon} />}
          />
          <AgesField type={type} settings={settings} onSettle={onSettle} />
          <div className={styles.group}>
            <span className={styles.label}>Getting there</span>
            <Segments label="Getting there" value={settings.mode} options={MODES} onChange={(go) => onSettle({ go })} />
          </div>
          <NumberSlider
            label="Longest journey"
            value={settings.minutes}
            least={5}
            most={60}
            step={1}
            unit={MINUTES}
            onMove={(min) => onMove({ min })}
            onSettle={(min) => onSettle({ min })}
          />
          {hasShortfall(settings.method) && (
            <NumberSlider
              label={targetLabel}
              value={settings.target}
              least={scale.step}
              most={scale.most}
              boxMost={1000}
              step={scale.step}
              onMove={(target) => onMove({ target })}
              onSettle={(target) => onSettle({ target })}
            />
          )}
        </div>
        <p className={styles.note}>
          {settings.method === "raam"
            ? "Crowding and journey are a cost, so there is no target. "
            : settings.method === "reach"
              ? "Can reach counts people, so it needs no target. "
              : settings.uplift > 0
                ? `Raised by up to ${Math.round(settings.uplift * 100)}% where need is higher. `
                : "The same target in every ward. "}
          <Link to="/$place/method" params={{ place: props.place.id }} search={true}>
            How this is worked out
          </Link>
        </p>
        <MoreSettings {...props} />
      </div>
      {children}
      <nav className={styles.links} aria-label="About">
        <Link to="/accessibility">Accessibility</Link>
        <a href="/api">Figures for programs (API)</a>
      </nav>
    </section>
  );
}
