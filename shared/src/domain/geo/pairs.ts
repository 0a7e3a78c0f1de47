import { chord2OfMetres, metresOfChord2 } from "./earth.ts";
import { circleRows, type Grid, turnFrom } from "./grid.ts";

/** Pairs of points within a limit, compressed by row: both sides by position in their grids. */
export interface Pairs {
  /** First pair of each point, with the number of pairs at the end. */
  readonly starts: Int32Array;
  /** Position of the other point; the array may be longer than the list. */
  readonly column: Int32Array;
  /** Great-circle metres; the array may be longer than the list. */
  readonly metres: Float64Array;
}

/**
 * Every pair within a distance, the limit included, exactly as `greatCircleMetres` measures it.
 *
 * @param from        the side that has the rows
 * @param to          the side that has the columns
 * @param limitMetres longest distance, inclusive
 * @param used        a list no longer needed, whose arrays are written over when they are long enough
 */
export function pairsWithin(from: Grid, to: Grid, limitMetres: number, used?: Pairs | null): Pairs {
  const chord2 = chord2OfMetres(limitMetres) * (1 + 1e-12);
  const shift = turnFrom(to.centre, from.centre);
  const rows = new Int32Array(4 * to.rows);
  const room = roomForPairs(from, to, chord2, shift, rows);
  const starts = new Int32Array(from.count + 1);
  const { column, metres } = used && used.column.length >= room ? used : roomy(room);
  const { x, y, z } = to;
  let at = 0;
  for (let i = 0; i < from.count; i++) {
    const xi = from.x[i] as number;
    const yi = from.y[i] as number;
    const zi = from.z[i] as number;
    const written = circleRows(to, (from.lambda[i] as number) + shift, from.phi[i] as number, chord2, rows);
    for (let run = 0; run < written; run += 4) {
      const end = rows[run + 3] as number;
      for (let j = rows[run] as number; j < end; j++) {
        const dx = xi - (x[j] as number);
        const dy = yi - (y[j] as number);
        const dz = zi - (z[j] as number);
        const apart = dx * dx + dy * dy + dz * dz;
        if (apart > chord2) continue;
        const distance = metresOfChord2(apart);
        if (distance > limitMetres) continue;
        column[at] = j;
        metres[at] = distance;
        at++;
      }
    }
    starts[i + 1] = at;
  }
  return { starts, column, metres };
}

function roomy(room: number) {
  return { column: new Int32Array(room), metres: new Float64Array(room) };
}

/** Pairs that can at most be found: the sizes of all circles. */
function roomForPairs(from: Grid, to: Grid, chord2: number, shift: number, rows: Int32Array): number {
  let room = 0;
  for (let i = 0; i < from.count; i++) {
    const written = circleRows(to, (from.lambda[i] as number) + shift, from.phi[i] as number, chord2, rows);
    for (let run = 0; run < written; run += 4) room += (rows[run + 3] as number) - (rows[run] as number);
  }
  return room;
}
