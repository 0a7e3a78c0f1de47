import { chord2OfMetres, metresOfChord2 } from "./earth.ts";
import { circleRows, type Grid, turnFrom } from "./grid.ts";

/**
 * Who lies within a limit of whom, held as runs of positions that lie side by side in a grid.
 * A circle of some hundred points takes some twenty runs, so this is far smaller than a list of pairs.
 */
export interface Catchments {
  /** First number of each point's runs, with the count of numbers at the end. */
  readonly starts: Int32Array;
  /** Positions `first, end, first, end, …`, the end not included. */
  readonly runs: Int32Array;
}

/**
 * The points of one grid within a distance of each point of another, the limit included, exactly as
 * `greatCircleMetres` measures it. Cells that lie wholly within the limit are taken without measuring.
 *
 * @param from        the points in whose middle the circles stand
 * @param to          the points that lie in the circles
 * @param limitMetres longest distance, inclusive
 */
export function catchmentsWithin(from: Grid, to: Grid, limitMetres: number): Catchments {
  const chord2 = chord2OfMetres(limitMetres) * (1 + 1e-12);
  const certain = chord2 * (1 - 3e-12);
  const shift = turnFrom(to.centre, from.centre);
  const rows = new Int32Array(4 * to.rows);
  const starts = new Int32Array(from.count + 1);
  const { x, y, z } = to;
  let runs = new Int32Array(Math.min(1 << 16, 64 * from.count));
  let at = 0;
  for (let i = 0; i < from.count; i++) {
    const xi = from.x[i] as number;
    const yi = from.y[i] as number;
    const zi = from.z[i] as number;
    const written = circleRows(to, (from.lambda[i] as number) + shift, from.phi[i] as number, chord2, rows);
    for (let row = 0; row < written; row += 4) {
      const end = rows[row + 3] as number;
      const sure = rows[row + 1] as number;
      const unsure = rows[row + 2] as number;
      const most = at + 2 * (end - (rows[row] as number));
      if (most > runs.length) runs = grown(runs, Math.max(most, Math.ceil((1.15 * at * from.count) / (i + 1))));
      let open = -1;
      for (let j = rows[row] as number; j < end; j++) {
        if (j === sure && sure < unsure) {
          if (open < 0) open = j;
          j = unsure - 1;
          continue;
        }
        const dx = xi - (x[j] as number);
        const dy = yi - (y[j] as number);
        const dz = zi - (z[j] as number);
        const apart = dx * dx + dy * dy + dz * dz;
        if (apart <= certain || (apart <= chord2 && metresOfChord2(apart) <= limitMetres)) {
          if (open < 0) open = j;
        } else if (open >= 0) {
          runs[at] = open;
          runs[at + 1] = j;
          at += 2;
          open = -1;
        }
      }
      if (open < 0) continue;
      runs[at] = open;
      runs[at + 1] = end;
      at += 2;
    }
    starts[i + 1] = at;
  }
  return { starts, runs: runs.subarray(0, at) };
}

function grown(numbers: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(numbers);
  return larger;
}
