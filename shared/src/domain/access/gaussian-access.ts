import { chord2OfMetres, EARTH_RADIUS_METRES, metresOfChord2 } from "../geo/earth.ts";
import { circleRows, type Grid, turnFrom } from "../geo/grid.ts";
import { fallOff } from "./fall-off.ts";

/** What one answer leaves behind for the next to write over. */
export interface GaussianRoom {
  /** First and end of each run of sites, two numbers a run. */
  runs: Int32Array;
  /** Weight of each site of each run; 0 beyond the limit. */
  weight: Float64Array;
}

export const gaussianRoom = (): GaussianRoom => ({ runs: new Int32Array(0), weight: new Float64Array(0) });

/**
 * E2SFCA with a Gaussian decay of distance, cut at a limit: supply a person at each point, by position.
 *
 * The sites round a point are runs of positions that lie side by side in their grid. Each is measured once, from the
 * square of its chord, and its weight kept for the second step, which goes along the same runs.
 *
 * @param people      of each point by position
 * @param supply      of each site by position; what is missing must be 0
 * @param limitMetres longest distance along the great circle, inclusive
 * @param sigmaMetres width of the Gaussian
 * @see Luo and Qi (2009)
 */
export function gaussianAccess(
  points: Grid,
  sites: Grid,
  people: Float64Array,
  supply: Float64Array,
  limitMetres: number,
  sigmaMetres: number,
  room: GaussianRoom = gaussianRoom(),
): Float64Array {
  const chord2 = chord2OfMetres(limitMetres) * (1 + 1e-12);
  const certain = chord2 * (1 - 3e-12);
  const shift = turnFrom(sites.centre, points.centre);
  const rows = new Int32Array(4 * sites.rows);
  const starts = new Int32Array(points.count + 1);
  const rates = new Float64Array(sites.count);
  const { x, y, z } = sites;
  const scale = EARTH_RADIUS_METRES ** 2 / (2 * sigmaMetres ** 2);
  const bend = scale / 12;
  let { runs, weight } = room;
  let run = 0;
  let at = 0;
  for (let i = 0; i < points.count; i++) {
    const xi = points.x[i] as number;
    const yi = points.y[i] as number;
    const zi = points.z[i] as number;
    const here = people[i] as number;
    const written = circleRows(sites, (points.lambda[i] as number) + shift, points.phi[i] as number, chord2, rows);
    if (run + written > runs.length) runs = longer(runs, new Int32Array(2 * (run + written) + 4096), run);
    for (let row = 0; row < written; row += 4) {
      const first = rows[row] as number;
      const end = rows[row + 3] as number;
      if (at + end - first > weight.length)
        weight = longer(weight, new Float64Array(Math.ceil(1.5 * (at + end - first)) + 4096), at);
      runs[run] = first;
      runs[run + 1] = end;
      run += 2;
      for (let j = first; j < end; j++) {
        const dx = xi - (x[j] as number);
        const dy = yi - (y[j] as number);
        const dz = zi - (z[j] as number);
        const apart = dx * dx + dy * dy + dz * dz;
        let own = 0;
        if (apart <= certain || (apart <= chord2 && metresOfChord2(apart) <= limitMetres))
          own = fallOff(apart * (scale + apart * bend));
        weight[at] = own;
        rates[j] = (rates[j] as number) + here * own;
        at++;
      }
    }
    starts[i + 1] = run;
  }
  room.runs = runs;
  room.weight = weight;
  for (let j = 0; j < rates.length; j++)
    rates[j] = (rates[j] as number) > 0 ? (supply[j] as number) / (rates[j] as number) : 0;
  const access = new Float64Array(points.count);
  at = 0;
  for (let i = 0; i < points.count; i++) {
    let sum = 0;
    const last = starts[i + 1] as number;
    for (let k = starts[i] as number; k < last; k += 2) {
      const end = runs[k + 1] as number;
      for (let j = runs[k] as number; j < end; j++) {
        sum += (rates[j] as number) * (weight[at] as number);
        at++;
      }
    }
    access[i] = sum;
  }
  return access;
}

function longer<Numbers extends Int32Array | Float64Array>(from: Numbers, to: Numbers, held: number): Numbers {
  to.set(from.subarray(0, held));
  return to;
}
