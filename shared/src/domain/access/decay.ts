/** How the pull of a service falls with the cost of the journey, in minutes or any other unit of cost. */
export type Decay =
  | { readonly kind: "binary"; readonly limit: number }
  | { readonly kind: "step"; readonly steps: readonly (readonly [upTo: number, weight: number])[] }
  | { readonly kind: "gaussian"; readonly sigma: number }
  | { readonly kind: "exponential"; readonly beta: number }
  | { readonly kind: "power"; readonly scale: number; readonly exponent: number; readonly least: number };

/**
 * Weight of a journey. Limits are inclusive; a cost that is not a number has no weight.
 *
 * Binary: 1 up to the limit, else 0. Step: the weight of the first step that holds the cost, 0 past the last.
 * Gaussian exp(−t² ÷ 2σ²). Exponential exp(−βt). Power (max(t, least) ÷ scale)^exponent.
 */
export function decayWeight(decay: Decay, cost: number): number {
  if (Number.isNaN(cost)) return 0;
  switch (decay.kind) {
    case "binary":
      return cost <= decay.limit ? 1 : 0;
    case "step":
      return decay.steps.find(([upTo]) => cost <= upTo)?.[1] ?? 0;
    case "gaussian":
      return Math.exp(-(cost * cost) / (2 * decay.sigma * decay.sigma));
    case "exponential":
      return Math.exp(-decay.beta * cost);
    case "power":
      return (Math.max(cost, decay.least) / decay.scale) ** decay.exponent;
  }
}

/**
 * Reads a decay as it is written on a command line.
 *
 * `binary:30`, `step:10=1,20=.68,30=.22`, `gaussian:20` (σ), `exponential:.1` (β), `power:20,-2,1` (scale, exponent, least cost).
 * @throws RangeError in plain words when it cannot be read
 */
export function parseDecay(text: string): Decay {
  const colon = text.indexOf(":");
  const kind = colon < 0 ? text : text.slice(0, colon);
  const rest = colon < 0 ? "" : text.slice(colon + 1);
  switch (kind) {
    case "binary":
      return { kind, limit: atLeast(0, one(rest, text), text) };
    case "step":
      return { kind, steps: parseSteps(rest, text) };
    case "gaussian":
      return { kind, sigma: above0(one(rest, text), text) };
    case "exponential":
      return { kind, beta: atLeast(0, one(rest, text), text) };
    case "power":
      return parsePower(rest, text);
    default:
      throw new RangeError(
        `"${text}" is no decay: write binary, step, gaussian, exponential or power, a colon and its numbers`,
      );
  }
}

/** A decay as `parseDecay` reads it. */
export function decayText(decay: Decay): string {
  switch (decay.kind) {
    case "binary":
      return `binary:${decay.limit}`;
    case "step":
      return `step:${decay.steps.map(([upTo, weight]) => `${upTo}=${weight}`).join(",")}`;
    case "gaussian":
      return `gaussian:${decay.sigma}`;
    case "exponential":
      return `exponential:${decay.beta}`;
    case "power":
      return `power:${decay.scale},${decay.exponent},${decay.least}`;
  }
}

function parseSteps(rest: string, text: string): (readonly [number, number])[] {
  const steps = rest.split(",").map((step) => {
    const [upTo = "", weight = "", more] = step.split("=");
    if (more !== undefined) throw unreadable(text);
    return [atLeast(0, toNumber(upTo, text), text), atLeast(0, toNumber(weight, text), text)] as const;
  });
  const rising = steps.every(([upTo], k) => k === 0 || upTo > (steps[k - 1]?.[0] ?? 0));
  if (!rising) throw new RangeError(`The steps of "${text}" must go from the shortest to the longest`);
  return steps;
}

function parsePower(rest: string, text: string): Decay {
  const numbers = rest.split(",").map((part) => toNumber(part, text));
  const [scale = 0, exponent = 0, least = 0] = numbers;
  if (numbers.length !== 3) throw new RangeError(`"${text}" needs three numbers: scale, exponent and least cost`);
  if (exponent < 0 && least <= 0)
    throw new RangeError(`"${text}" grows without end at cost 0: its least cost must be above 0`);
  return { kind: "power", scale: above0(scale, text), exponent, least: atLeast(0, least, text) };
}

function one(rest: string, text: string): number {
  if (rest.includes(",")) throw new RangeError(`"${text}" takes one number`);
  return toNumber(rest, text);
}

function toNumber(part: string, text: string): number {
  const value = Number(part);
  if (part.trim() === "" || !Number.isFinite(value)) throw unreadable(text);
  return value;
}

function atLeast(least: number, value: number, text: string): number {
  if (value < least) throw new RangeError(`A number of "${text}" is below ${least}`);
  return value;
}

function above0(value: number, text: string): number {
  if (value <= 0) throw new RangeError(`A number of "${text}" must be above 0`);
  return value;
}

function unreadable(text: string): RangeError {
  return new RangeError(`"${text}" cannot be read as a decay, for example step:10=1,20=.68`);
}
