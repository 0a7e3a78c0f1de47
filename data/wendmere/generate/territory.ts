import type { Mesh } from "./mesh.ts";

class Queue {
  readonly #items: { cell: number; owner: number; cost: number }[] = [];

  push(item: { cell: number; owner: number; cost: number }): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent];
      if (!above || above.cost <= item.cost) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): { cell: number; owner: number; cost: number } | undefined {
    const items = this.#items;
    const least = items[0];
    const last = items.pop();
    if (!last || items.length === 0) return least;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      const [one, two] = [items[child], items[child + 1]];
      const smaller = two && one && two.cost < one.cost ? child + 1 : child;
      const below = items[smaller];
      if (!below || below.cost >= last.cost) break;
      items[at] = below;
      at = smaller;
    }
    items[at] = last;
    return least;
  }
}

/** Where a territory grows from, and the head start (negative) or handicap it has, in metres. */
interface Seed {
  readonly cell: number;
  readonly start: number;
}

/**
 * Give every allowed cell to the seed that reaches it at least cost, so that each territory is in one piece.
 *
 * @param allowed 1 for the cells that may be taken
 * @returns the seed's row of each cell; −1 where none
 */
export function grow(mesh: Mesh, seeds: readonly Seed[], allowed: Uint8Array): Int32Array {
  const owner = new Int32Array(mesh.cells.length).fill(-1);
  const queue = new Queue();
  for (const [row, { cell, start }] of seeds.entries()) queue.push({ cell, owner: row, cost: start });
  for (let item = queue.pop(); item; item = queue.pop()) {
    if (owner[item.cell] !== -1 || allowed[item.cell] !== 1) continue;
    owner[item.cell] = item.owner;
    for (const step of mesh.steps[item.cell] ?? []) {
      if (owner[step.cell] === -1 && allowed[step.cell] === 1)
        queue.push({ cell: step.cell, owner: item.owner, cost: item.cost + step.cost });
    }
  }
  return owner;
}

/**
 * Share one territory out among `count` parts of about equal weight, each in one piece (Lloyd's rounds on the ground's own
 * steps, with a handicap for parts that grow too heavy).
 */
export function partition(
  mesh: Mesh,
  members: readonly number[],
  weight: Float64Array,
  count: number,
  first: readonly number[],
): Int32Array {
  const allowed = new Uint8Array(mesh.cells.length);
  for (const cell of members) allowed[cell] = 1;
  let seeds: Seed[] = first.slice(0, count).map((cell) => ({ cell, start: 0 }));
  const total = members.reduce((sum, cell) => sum + (weight[cell] ?? 0), 0);
  let owner = grow(mesh, seeds, allowed);
  for (let round = 0; round < 60; round++) {
    const sums = seeds.map(() => ({ weight: 0, x: 0, y: 0 }));
    for (const cell of members) {
      const sum = sums[owner[cell] ?? -1];
      const point = mesh.cells[cell];
      if (!sum || !point) continue;
      const heavy = (weight[cell] ?? 0) + 1e-6;
      sum.weight += heavy;
      sum.x += heavy * point[0];
      sum.y += heavy * point[1];
    }
    const handicap = round < 30 ? 40 : 25;
    seeds = seeds.map((seed, row) => {
      const sum = sums[row];
      if (!sum || sum.weight === 0) return { ...seed, start: seed.start - 80 };
      const start = seed.start + handicap * Math.max(-2, Math.min(2, (sum.weight * count) / total - 1));
      return {
        cell: round < 30 ? nearest(mesh, members, owner, row, sum.x / sum.weight, sum.y / sum.weight) : seed.cell,
        start,
      };
    });
    owner = grow(mesh, seeds, allowed);
  }
  return owner;
}

function nearest(mesh: Mesh, members: readonly number[], owner: Int32Array, row: number, x: number, y: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of members) {
    const point = mesh.cells[cell];
    if (owner[cell] !== row || !point) continue;
    const [dx, dy] = [point[0] - x, point[1] - y];
    if (dx * dx + dy * dy < least) [best, least] = [cell, dx * dx + dy * dy];
  }
  return best;
}
