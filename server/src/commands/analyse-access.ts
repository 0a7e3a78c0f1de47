import { type Decay, parseDecay } from "@needs-map/shared/domain/access/decay";
import { raamFromTable } from "@needs-map/shared/domain/access/raam-table";
import { accessFromTable, type JourneyTable } from "@needs-map/shared/domain/access/table";
import type { AccessOptions } from "./access-options.ts";
import { readCosts, readValues } from "./analysis-tables.ts";
import { BadInput } from "./bad-input.ts";
import type { Terminal } from "./terminal.ts";

/**
 * `analyse access`: floating catchment areas, spatial availability and RAAM on an analyst's own tables. Prints `id,access`
 * in the order of the demand file, each number in full: supply a person, for spatial availability supply, for RAAM the
 * cost, empty where there is no way to any supply.
 */
export async function analyseAccess(terminal: Terminal, options: AccessOptions): Promise<void> {
  const { method, max = Number.POSITIVE_INFINITY, json = false } = options;
  const measure = measureOf(options);
  const demand = await readValues(terminal.path(options.demand));
  const supply = await readValues(terminal.path(options.supply));
  const costs = await readCosts(terminal.path(options.cost), demand, supply);
  if (!supply.values.some((amount) => amount > 0)) throw new BadInput(`${supply.path}: no value is above 0.`);
  const access = measure.of({ demand: demand.values, supply: supply.values, ...costs, max });
  if (json) {
    const rows = demand.ids.map((id, row) => ({ id, access: access[row] }));
    return terminal.out(`${JSON.stringify({ method, ...measure.told, max: options.max ?? null, access: rows })}\n`);
  }
  const shown = (value: number) => (Number.isNaN(value) ? "" : String(value));
  const lines = demand.ids.map((id, row) => `${quoted(id)},${shown(access[row] ?? Number.NaN)}\n`);
  terminal.out(`id,access\n${lines.join("")}`);
}

/** A measure with its parameters as they are told in JSON. */
interface Measure {
  readonly told: { readonly decay: Decay } | { readonly tau: number };
  of(table: JourneyTable): Float64Array;
}

function measureOf(options: AccessOptions): Measure {
  const { method, tau } = options;
  if (method === "raam") {
    if (options.decay !== undefined) throw new BadInput("raam takes no --decay: journeys count by --tau.");
    if (tau === undefined) throw new BadInput("raam needs --tau, for example --tau 60.");
    if (tau === 0) throw new BadInput("--tau must be above 0: a journey so long weighs as much as average crowding.");
    return { told: { tau }, of: (table) => raamFromTable(table, tau).cost };
  }
  if (tau !== undefined) throw new BadInput(`${method} takes no --tau: it belongs to raam.`);
  const decay = decayOf(options);
  const perPerson = (table: JourneyTable) => accessFromTable({ ...table, decay, choosing: method === "3sfca" });
  if (method !== "availability") return { told: { decay }, of: perPerson };
  return {
    told: { decay },
    of: (table) => perPerson(table).map((access, row) => access * (table.demand[row] ?? Number.NaN)),
  };
}

/** Without a decay everything within --max counts the same; E2SFCA is nothing without one. */
function decayOf({ method, decay, max }: AccessOptions): Decay {
  if (decay === undefined) {
    if (method === "e2sfca") throw new BadInput("e2sfca needs --decay, for example --decay gaussian:10.");
    if (max === undefined) throw new BadInput(`${method} needs --max or --decay, for example --max 30.`);
    return { kind: "binary", limit: max };
  }
  try {
    return parseDecay(decay);
  } catch (error) {
    throw error instanceof RangeError ? new BadInput(`--decay: ${error.message}.`) : error;
  }
}

const quoted = (id: string) => (/[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id);
