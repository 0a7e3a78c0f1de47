import { type Decay, parseDecay } from "@needs-map/shared/domain/access/decay";
import { accessFromTable } from "@needs-map/shared/domain/access/table";
import { readCosts, readValues } from "./analysis-tables.ts";
import { BadInput } from "./bad-input.ts";
import type { Terminal } from "./terminal.ts";

export interface AccessOptions {
  readonly demand: string;
  readonly supply: string;
  readonly cost: string;
  readonly method: "2sfca" | "e2sfca";
  readonly decay?: string;
  readonly max?: number;
  readonly json?: boolean;
}

/**
 * `analyse access`: two-step floating catchment areas on an analyst's own tables. Prints `id,access` in the order of
 * the demand file, each number in full.
 */
export async function analyseAccess(terminal: Terminal, options: AccessOptions): Promise<void> {
  const { method, max = Number.POSITIVE_INFINITY, json = false } = options;
  const decay = decayOf(options);
  const demand = await readValues(terminal.path(options.demand));
  const supply = await readValues(terminal.path(options.supply));
  const costs = await readCosts(terminal.path(options.cost), demand, supply);
  const access = accessFromTable({ demand: demand.values, supply: supply.values, ...costs, decay, max });
  if (json) {
    const rows = demand.ids.map((id, row) => ({ id, access: access[row] }));
    return terminal.out(`${JSON.stringify({ method, decay, max: options.max ?? null, access: rows })}\n`);
  }
  terminal.out(`id,access\n${demand.ids.map((id, row) => `${quoted(id)},${access[row]}\n`).join("")}`);
}

/** 2SFCA without a decay counts everything within --max the same; E2SFCA is nothing without one. */
function decayOf({ method, decay, max }: AccessOptions): Decay {
  if (decay === undefined) {
    if (method === "e2sfca") throw new BadInput("e2sfca needs --decay, for example --decay gaussian:10.");
    if (max === undefined) throw new BadInput("2sfca needs --max or --decay, for example --max 30.");
    return { kind: "binary", limit: max };
  }
  try {
    return parseDecay(decay);
  } catch (error) {
    throw error instanceof RangeError ? new BadInput(`--decay: ${error.message}.`) : error;
  }
}

const quoted = (id: string) => (/[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id);
