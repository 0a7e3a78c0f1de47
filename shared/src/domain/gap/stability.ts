import type { Decay } from "../access/decay.ts";
import { type Chance, chance, seedOf } from "../chance.ts";
import type { GapEngine } from "./engine.ts";
import { decayOf, type GapSettings, takesDecay } from "./settings.ts";

export const DRAWS = 200;
/** Wards that count as the worst. */
export const WORST = 5;
/** How far a setting moves either way. */
const SPREAD = 0.25;
/** How closely drawn weights keep to those that were set. */
const CLOSENESS = 50;

export interface Stability {
  /** Share of the draws in which each ward is among the worst five, 0…1. */
  readonly worst: Float64Array;
  readonly draws: number;
}

/** Whether stability can be shown: there must be an amount to be short of, and more wards than are called the worst. */
export const canBeStable = (wards: number, hasAmount: boolean): boolean => hasAmount && wards > WORST;

/**
 * How often each ward stays among the worst five when settings move: target, longest journey and width of the decay by
 * up to a quarter either way, and the weights of the need index as Dirichlet(50·w). The draws are the same for the same
 * settings. Only a ward that is short can be among the worst; wards that tie at fifth place all count.
 *
 * Yields how many draws are done, so that a caller can show progress, pause or stop.
 */
export function* stability(engine: GapEngine, settings: GapSettings, draws = DRAWS): Generator<number, Stability> {
  const random = chance(seedOf(JSON.stringify(sorted(settings))));
  let counts: Float64Array | null = null;
  for (let draw = 1; draw <= draws; draw++) {
    const short = engine.shortOf(moved(settings, random));
    counts ??= new Float64Array(short.length);
    const edge = [...short].sort((a, b) => b - a)[WORST - 1] ?? 0;
    for (let ward = 0; ward < short.length; ward++) {
      const here = short[ward] as number;
      if (here > 0 && here >= edge) counts[ward] = (counts[ward] as number) + 1;
    }
    yield draw;
  }
  return { worst: (counts ?? new Float64Array(0)).map((count) => count / draws), draws };
}

/** Settings and weights in one order, so that the same question has the same draws. */
const sorted = ({ weights, ...rest }: GapSettings) => [byName(rest), byName(weights)];

const byName = (of: object) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));

function moved(settings: GapSettings, random: Chance): GapSettings {
  const factor = () => 1 - SPREAD + 2 * SPREAD * random.even();
  const minutes = settings.minutes * factor();
  const target = settings.target * factor();
  const width = factor();
  return {
    ...settings,
    minutes,
    target,
    decay: takesDecay(settings.method) ? widened(settings, minutes, width) : null,
    weights: drawnWeights(settings.weights, random),
  };
}

/** A decay that falls off so many times as slowly. */
export function widened(settings: GapSettings, minutes: number, by: number): Decay {
  const decay = decayOf({ ...settings, minutes });
  switch (decay.kind) {
    case "binary":
      return { kind: "binary", limit: decay.limit * by };
    case "step":
      return { kind: "step", steps: decay.steps.map(([upTo, weight]) => [upTo * by, weight] as const) };
    case "gaussian":
      return { kind: "gaussian", sigma: decay.sigma * by };
    case "exponential":
      return { kind: "exponential", beta: decay.beta / by };
    case "power":
      return { ...decay, scale: decay.scale * by };
  }
}

/** Dirichlet(50·w): a weight of 0 stays 0. */
function drawnWeights(weights: GapSettings["weights"], random: Chance): Record<string, number> {
  const entries = Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const drawn = entries.map(([id, weight]) => [id, weight > 0 ? random.gamma((CLOSENESS * weight) / all) : 0] as const);
  const sum = drawn.reduce((total, [, value]) => total + value, 0);
  return Object.fromEntries(drawn.map(([id, value]) => [id, (100 * value) / sum]));
}
