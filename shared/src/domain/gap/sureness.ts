import type { GapEngine } from "./engine.ts";
import { type GapSettings, takesDecay } from "./settings.ts";
import { DRAWS, type Stability, stability, WORST, widened } from "./stability.ts";

/** Settings that are moved one at a time. */
export const MOVED = ["target", "minutes", "decay", "uplift"] as const;
export type Moved = (typeof MOVED)[number];

/** What happens when one setting alone goes a quarter down and a quarter up. */
export interface Sensitivity {
  readonly setting: Moved;
  /** Short in the whole place with the setting lower and higher. */
  readonly lower: number;
  readonly higher: number;
  /** Wards that leave the worst five with the setting lower or higher; the larger of both. */
  readonly replaced: number;
}

export interface Sureness extends Stability {
  /** The setting that moves the sum most comes first. */
  readonly sensitivities: readonly Sensitivity[];
}

const QUARTER = 0.25;

/**
 * How sure an answer is: how often each ward stays among the worst five, and which setting moves the answer most.
 * Yields how many steps are done; there are `stepsOf(settings)`.
 */
export function* sureness(engine: GapEngine, settings: GapSettings): Generator<number, Sureness> {
  const drawn = yield* stability(engine, settings);
  const usual = worstOf(engine.shortOf(settings));
  const sensitivities: Sensitivity[] = [];
  for (const setting of movedOf(settings)) {
    const [lower, higher] = [1 - QUARTER, 1 + QUARTER].map((by) => engine.shortOf(moved(settings, setting, by)));
    if (!lower || !higher) continue;
    const replaced = [lower, higher].map((short) => [...usual].filter((ward) => !worstOf(short).has(ward)).length);
    sensitivities.push({ setting, lower: sum(lower), higher: sum(higher), replaced: Math.max(...replaced) });
    yield DRAWS + sensitivities.length;
  }
  const width = ({ lower, higher }: Sensitivity) => Math.abs(higher - lower);
  return { ...drawn, sensitivities: sensitivities.sort((a, b) => width(b) - width(a)) };
}

export const stepsOf = (settings: GapSettings): number => DRAWS + movedOf(settings).length;

/** What can be moved: the simple ratio knows no journey, and need that raises nothing cannot raise less. */
const movedOf = ({ method, uplift }: GapSettings): Moved[] =>
  MOVED.filter((setting) => {
    if (setting === "decay") return takesDecay(method);
    if (setting === "minutes") return method !== "ratio";
    return setting === "target" || uplift > 0;
  });

function moved(settings: GapSettings, setting: Moved, by: number): GapSettings {
  if (setting === "target") return { ...settings, target: settings.target * by };
  if (setting === "uplift") return { ...settings, uplift: Math.min(1, settings.uplift * by) };
  if (setting === "minutes") return { ...settings, minutes: settings.minutes * by };
  return { ...settings, decay: widened(settings, settings.minutes, by) };
}

function worstOf(short: Float64Array): Set<number> {
  const edge = [...short].sort((a, b) => b - a)[WORST - 1] ?? 0;
  return new Set([...short.keys()].filter((ward) => (short[ward] as number) > 0 && (short[ward] as number) >= edge));
}

const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
