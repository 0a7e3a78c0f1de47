import { chord2OfMetres, metresOfChord2 } from "./earth.ts";
import { circleRows, type Grid, turnFrom } from "./grid.ts";

/**
 * Who lies within a limit of whom: runs of positions that lie side by side in a grid, and lone positions at the rim.
 * A circle of some hundred points takes some ten of each, so this is far smaller than a list of pairs.
 */
export interface Catchments {
  /** First number of each point's runs, with the count of numbers at the end. */
  readonly starts: Int32Array;
  /** Positions `first, end, first, end, …`, the end not included; the array may be longer than the list. */
  readonly runs: Int32Array;
  /** First of each point's lone positions, with their count at the end. */
  readonly loneStarts: Int32Array;
  /** Positions; the array may be longer than the list. */
  readonly lone: Int32Array;
}

/**
 * The points of one grid within a distance of each point of another, the limit included, exactly as
 * `greatCircleMetres` measures it.
 *
 * Cells wholly within the limit are runs and are not measured. At the rim every point is written down and kept only
 * by counting it, for a branch there would be guessed wrong half the time.
 *
 * @param from        the points in whose middle the circles stand
 * @param to          the points that lie in the circles
 * @param limitMetres longest distance, inclusive
 * @param used        catchments no longer needed, whose arrays are written over
 */
export function catchmentsWithin(from: Grid, to: Grid, limitMetres: number, used?: Catchments | null): Catchments {
  const chord2 = chord2OfMetres(limitMetres) * (1 + 1e-12);
  const certain = chord2 * (1 - 3e-12);
  const shift = turnFrom(to.centre, from.centre);
  const rows = new Int32Array(4 * to.rows);
  const starts = new Int32Array(from.count + 1);
  const loneStarts = new Int32Array(from.count + 1);
  const { x, y, z } = to;
  let runs = used?.runs ?? new Int32Array(0);
  let lone = used?.lone ?? new Int32Array(0);
  let at = 0;
  let count = 0;
  for (let i = 0; i < from.count; i++) {
    const xi = from.x[i] as number;
    const yi = from.y[i] as number;
    const zi = from.z[i] as number;
    const written = circleRows(to, (from.lambda[i] as number) + shift, from.phi[i] as number, chord2, rows);
    if (at + written > runs.length) runs = grown(runs, at, written, from.count / (i + 1));
    for (let row = 0; row < written; row += 4) {
      const sure = rows[row + 1] as number;
      const skip = (rows[row + 2] as number) - sure;
      const first = rows[row] as number;
      const end = (rows[row + 3] as number) - skip;
      if (count + end - first > lone.length) lone = grown(lone, count, end - first, from.count / (i + 1));
      for (let k = first; k < end; k++) {
        const j = k + Number(k >= sure) * skip;
        const dx = xi - (x[j] as number);
        const dy = yi - (y[j] as number);
        const dz = zi - (z[j] as number);
        const apart = dx * dx + dy * dy + dz * dz;
        const near = Number(apart <= certain);
        lone[count] = j;
        count += near;
        if (Number(apart <= chord2) > near && metresOfChord2(apart) <= limitMetres) count++;
      }
      runs[at] = sure;
      runs[at + 1] = sure + skip;
      at += 2 * Number(skip > 0);
    }
    starts[i + 1] = at;
    loneStarts[i + 1] = count;
  }
  return { starts, runs, loneStarts, lone };
}

/** A longer copy, with room for what the whole will take if it goes on like this. */
function grown(numbers: Int32Array, held: number, more: number, share: number): Int32Array {
  const larger = new Int32Array(Math.max(1024, held + more, Math.ceil(1.15 * (held + more) * Math.min(share, 1000))));
  larger.set(numbers.subarray(0, held));
  return larger;
}
