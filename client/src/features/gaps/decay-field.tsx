import { type Decay, decayText } from "@needs-map/shared/domain/access/decay";
import { decayOf, type GapSettings } from "@needs-map/shared/domain/gap/settings";
import { NumberBox } from "../../ui/number-box.tsx";
import { Select } from "../../ui/select.tsx";
import styles from "./question-panel.module.css";

interface Props {
  readonly settings: GapSettings;
  readonly onSettle: (decay: string | null) => void;
}

const KINDS = [
  { id: "usual", label: "Smoothly (Gaussian, half of the longest journey)" },
  { id: "gaussian", label: "Smoothly (Gaussian, own width)" },
  { id: "exponential", label: "Steadily (exponential)" },
  { id: "power", label: "By a power of the journey" },
  { id: "step", label: "In three steps" },
] as const;

/** What each kind begins with, for a longest journey. */
const starting = (minutes: number): Record<string, Decay | null> => ({
  usual: null,
  gaussian: decayOf({ decay: null, minutes }),
  exponential: { kind: "exponential", beta: Number((3 / minutes).toFixed(3)) },
  power: { kind: "power", scale: 1, exponent: -1, least: 1 },
  step: {
    kind: "step",
    steps: [
      [Math.round(minutes / 3), 1],
      [Math.round((2 * minutes) / 3), 0.68],
      [minutes, 0.22],
    ],
  },
});

/** How the pull of a service falls with the journey, and the number that goes with it. */
export function DecayField({ settings, onSettle }: Props) {
  const { decay, minutes } = settings;
  const settle = (next: Decay | null) => onSettle(next && decayText(next));
  return (
    <div className={styles.group}>
      <Select
        label="A service counts for less the farther it is"
        value={decay?.kind ?? "usual"}
        options={decay?.kind === "binary" ? [...KINDS, { id: "binary", label: "Not at all" }] : KINDS}
        onChange={(kind) => settle(starting(minutes)[kind] ?? null)}
      />
      {decay?.kind === "gaussian" && (
        <Parameter
          label="Width σ, minutes"
          value={decay.sigma}
          least={1}
          most={60}
          step={0.5}
          onSettle={(sigma) => settle({ ...decay, sigma })}
        />
      )}
      {decay?.kind === "exponential" && (
        <Parameter
          label="Fall β, a minute"
          value={decay.beta}
          least={0.005}
          most={1}
          step={0.005}
          onSettle={(beta) => settle({ ...decay, beta })}
        />
      )}
      {decay?.kind === "power" && (
        <Parameter
          label="Power"
          value={decay.exponent}
          least={-3}
          most={-0.1}
          step={0.1}
          onSettle={(exponent) => settle({ ...decay, exponent })}
        />
      )}
      {decay?.kind === "step" && (
        <p className={styles.note}>
          {decay.steps.map(([upTo, weight]) => `Counts ${weight} up to ${upTo} minutes`).join("; ")}.
        </p>
      )}
    </div>
  );
}

interface ParameterProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onSettle: (value: number) => void;
}

function Parameter({ label, ...box }: ParameterProps) {
  return (
    <div className={styles.parameter}>
      <span aria-hidden>{label}</span>
      <NumberBox label={label} {...box} />
    </div>
  );
}
