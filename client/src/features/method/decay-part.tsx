import { type Decay, decayWeight } from "@needs-map/shared/domain/access/decay";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import page from "../../ui/page.module.css";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { figure, fine } from "../../words/numbers.ts";
import styles from "./method.module.css";
import { Part } from "./part.tsx";

/** W: how the pull of a service falls with the journey, as a formula, a curve and numbers. */
export function DecayPart({ settings, number }: { readonly settings: GapSettings; readonly number: number }) {
  const { minutes } = settings;
  const decay = settings.decay ?? ({ kind: "gaussian", sigma: minutes / 2 } as const);
  const weight = (t: number) => (t > minutes ? 0 : decayWeight(decay, t));
  const shown = [0, 0.25, 0.5, 0.75, 1].map((part) => part * minutes);
  return (
    <Part id="decay" title={`${number}. How much a journey counts`}>
      <p className={page.formula}>
        {decayFormula(decay)} It is 0 after {minutes} minutes.
      </p>
      <div className={styles.decay}>
        <Curve weight={weight} minutes={minutes} />
        <ScrollRegion label="Weights of some journeys" className={styles.scroll}>
          <table>
            <caption>Weights of some journeys</caption>
            <thead>
              <tr>
                <th scope="col">Minutes, t</th>
                <th scope="col" className={page.number}>
                  Weight, W
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((t) => (
                <tr key={t}>
                  <th scope="row">{fine(t)}</th>
                  <td className={page.number}>{figure(weight(t), 4)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">over {minutes}</th>
                <td className={page.number}>{figure(0, 4)}</td>
              </tr>
            </tbody>
          </table>
        </ScrollRegion>
      </div>
    </Part>
  );
}

/** How the weight of a journey of t minutes falls, with the parameters of the question. */
function decayFormula(decay: Decay): string {
  switch (decay.kind) {
    case "binary":
      return `W = 1 up to ${decay.limit} minutes, then 0.`;
    case "step":
      return `W goes down in steps: ${decay.steps.map(([upTo, weight]) => `${weight} up to ${upTo} minutes`).join(", ")}, then 0.`;
    case "gaussian":
      return `W falls smoothly with time (Gaussian): W = e^(−t² ÷ 2σ²), σ = ${fine(decay.sigma)} minutes.`;
    case "exponential":
      return `W falls steadily with time (exponential): W = e^(−βt), β = ${decay.beta} a minute.`;
    case "power":
      return `W falls with a power of time: W = (t ÷ ${decay.scale})^${String(decay.exponent).replace("-", "−")}, with t counted as ${decay.least} minutes where it is less.`;
  }
}

const BOX = { width: 352, height: 180, left: 40, right: 14, top: 12, bottom: 40 };
const STEPS = 240;

function Curve({ weight, minutes }: { readonly weight: (t: number) => number; readonly minutes: number }) {
  const times = Array.from({ length: STEPS + 1 }, (_, step) => (step / STEPS) * minutes);
  const most = Math.max(...times.map(weight)) || 1;
  const x = (t: number) => BOX.left + (t / minutes) * (BOX.width - BOX.left - BOX.right);
  const y = (w: number) => BOX.height - BOX.bottom - (w / most) * (BOX.height - BOX.top - BOX.bottom);
  const line = times.map((t) => `${x(t).toFixed(1)} ${y(weight(t)).toFixed(1)}`).join("L");
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={`Curve of the weight from 0 to ${minutes} minutes; the numbers are in the table beside it`}
    >
      <path className={styles.axis} d={`M${x(0)} ${BOX.top}V${y(0)}H${x(minutes)}`} />
      <path className={styles.curve} d={`M${line}V${y(0)}`} />
      {[0, most].map((w) => (
        <text key={w} x={BOX.left - 6} y={y(w) + 4} textAnchor="end">
          {fine(w)}
        </text>
      ))}
      {[0, 0.5, 1].map((part) => (
        <text key={part} x={x(part * minutes)} y={y(0) + 16} textAnchor="middle">
          {fine(part * minutes)}
        </text>
      ))}
      <text x={x(minutes / 2)} y={BOX.height - 6} textAnchor="middle">
        minutes
      </text>
    </svg>
  );
}
