import { metresOfChord2 } from "./earth.ts";
import { chord2ToRow, type Grid, reachInRow, rowOf, turnFrom } from "./grid.ts";

/**
 * Great-circle metres from each point to the nearest of others, however far, by position; Infinity when there are none.
 *
 * Each search begins with the answer of the point before it, a neighbour in the grid, and goes outward row by row
 * until no row can hold anything nearer.
 */
export function nearestMetres(from: Grid, to: Grid): Float64Array {
  const metres = new Float64Array(from.count).fill(Infinity);
  if (to.count === 0) return metres;
  const shift = turnFrom(to.centre, from.centre);
  let nearest = 0;
  for (let i = 0; i < from.count; i++) {
    nearest = nearestTo(to, from, i, shift, nearest);
    metres[i] = metresOfChord2(chord2Between(from, i, to, nearest));
  }
  return metres;
}

function chord2Between(a: Grid, i: number, b: Grid, j: number): number {
  const dx = (a.x[i] as number) - (b.x[j] as number);
  const dy = (a.y[i] as number) - (b.y[j] as number);
  const dz = (a.z[i] as number) - (b.z[j] as number);
  return dx * dx + dy * dy + dz * dz;
}

function nearestTo(to: Grid, from: Grid, i: number, shift: number, guess: number): number {
  const { columns, columnWidth, west, starts } = to;
  const phi = from.phi[i] as number;
  const lambda = (from.lambda[i] as number) + shift;
  const cosine = Math.cos(phi);
  const home = rowOf(to, phi);
  let nearest = guess;
  let least = chord2Between(from, i, to, guess);
  for (let step = 0, open = true; open; step++) {
    open = false;
    for (const row of step === 0 ? [home] : [home - step, home + step]) {
      if (row < 0 || row >= to.rows) continue;
      const left = least - chord2ToRow(to, row, phi);
      if (left < 0) continue;
      open = true;
      const across = reachInRow(to, row, cosine, left);
      const first = Math.max(0, Math.floor((lambda - across - west) / columnWidth));
      const last = Math.min(columns - 1, Math.floor((lambda + across - west) / columnWidth));
      if (last < first) continue;
      const end = starts[row * columns + last + 1] as number;
      for (let j = starts[row * columns + first] as number; j < end; j++) {
        const apart = chord2Between(from, i, to, j);
        if (apart >= least) continue;
        least = apart;
        nearest = j;
      }
    }
  }
  return nearest;
}
