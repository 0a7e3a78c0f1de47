import { type LocalFile, measureLocal } from "../imports/files/local-file.ts";
import { readNumber } from "../imports/formats/number.ts";
import { type Cell, readTable } from "../imports/formats/table.ts";
import { counted, ImportError } from "../imports/import-error.ts";
import { BadInput } from "./bad-input.ts";

/** A table `id,value` in the order of its file. */
export interface ValueTable {
  readonly path: string;
  readonly ids: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly values: Float64Array;
}

/** A table `origin,destination,cost`: rows of the two value tables, and the cost between them. */
export interface CostTable {
  readonly origin: Int32Array;
  readonly destination: Int32Array;
  readonly cost: Float64Array;
}

/** @throws BadInput on an id that is empty or comes twice, and on a value that is not a number of 0 or more */
export async function readValues(path: string): Promise<ValueTable> {
  const ids: string[] = [];
  const values: number[] = [];
  const rowOf = new Map<string, number>();
  await readCsv(path, ["id", "value"], (cell, row) => {
    const id = cell("id");
    if (id === "") throw new BadInput(`${path}, row ${row}: there is no id.`);
    if (rowOf.has(id)) throw new BadInput(`${path}, row ${row}: the id "${id}" comes twice.`);
    rowOf.set(id, ids.length);
    ids.push(id);
    values.push(numberOf(path, row, "value", cell("value")));
  });
  if (ids.length === 0) throw new BadInput(`${path} has no rows.`);
  return { path, ids, rowOf, values: Float64Array.from(values) };
}

/** @throws BadInput on an id that its table does not have, a pair that comes twice, and a cost that is not 0 or more */
export async function readCosts(path: string, demand: ValueTable, supply: ValueTable): Promise<CostTable> {
  const origin: number[] = [];
  const destination: number[] = [];
  const cost: number[] = [];
  const rowIn = (table: ValueTable, id: string, row: number, column: string) => {
    const found = table.rowOf.get(id);
    if (found === undefined)
      throw new BadInput(`${path}, row ${row}: the ${column} "${id}" is not an id of ${table.path}.`);
    return found;
  };
  await readCsv(path, ["origin", "destination", "cost"], (cell, row) => {
    origin.push(rowIn(demand, cell("origin"), row, "origin"));
    destination.push(rowIn(supply, cell("destination"), row, "destination"));
    cost.push(numberOf(path, row, "cost", cell("cost")));
  });
  const table = {
    origin: Int32Array.from(origin),
    destination: Int32Array.from(destination),
    cost: Float64Array.from(cost),
  };
  const twice = firstRepeat(table, demand.ids.length, supply.ids.length);
  if (twice !== null) {
    const from = demand.ids[table.origin[twice] ?? 0];
    const to = supply.ids[table.destination[twice] ?? 0];
    throw new BadInput(`${path}, row ${counted(twice + 2)}: the pair "${from}" to "${to}" comes twice.`);
  }
  return table;
}

async function readCsv(path: string, columns: string[], onRow: (cell: Cell, row: number) => void): Promise<void> {
  const local = await measured(path);
  try {
    const { faults } = await readTable({ path, format: "csv" }, local, columns, onRow);
    const [misshapen] = faults;
    if (misshapen) throw new BadInput(`${path}, row ${misshapen.row}: ${misshapen.reason}.`);
  } catch (error) {
    throw error instanceof ImportError ? new BadInput(error.message) : error;
  }
}

const measured = (path: string): Promise<LocalFile> =>
  measureLocal(path, path, () => {}, "").catch((error: NodeJS.ErrnoException) => {
    if (error instanceof ImportError) throw new BadInput(error.message);
    throw new BadInput(
      error.code === "ENOENT" ? `${path} does not exist.` : `${path} cannot be read (${error.message}).`,
    );
  });

function numberOf(path: string, row: number, column: string, text: string): number {
  const value = readNumber(text);
  if (value === null || !Number.isFinite(value))
    throw new BadInput(`${path}, row ${row}: the ${column} "${text}" is not a number.`);
  if (value < 0) throw new BadInput(`${path}, row ${row}: the ${column} ${text} is below 0.`);
  return value;
}

/** The earliest pair that repeats one before it, found row of demand by row of demand, or null. */
function firstRepeat({ origin, destination }: CostTable, demand: number, supply: number): number | null {
  const order = Int32Array.from(origin.keys()).sort((a, b) => (origin[a] ?? 0) - (origin[b] ?? 0) || a - b);
  const seenBy = new Int32Array(supply).fill(demand);
  let first: number | null = null;
  for (const pair of order) {
    const to = destination[pair] ?? 0;
    if (seenBy[to] === origin[pair] && (first === null || pair < first)) first = pair;
    seenBy[to] = origin[pair] ?? 0;
  }
  return first;
}
