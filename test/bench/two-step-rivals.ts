import { chord2OfMetres, EARTH_RADIUS_METRES, type UnitVectors, unitVectors } from "@needs-map/shared/domain/geo/earth";
import KDBush from "kdbush";
import type { TwoStepTask } from "./two-step-task.ts";

/** Room for kdbush's answers that outlives a run, so that its time holds no growing of arrays. */
export interface KdbushRoom {
  found: Uint32Array;
  pairs: Int32Array;
}

export function kdbushRoom(task: TwoStepTask): KdbushRoom {
  return { found: new Uint32Array(task.supply.lon.length), pairs: new Int32Array(1 << 16) };
}

/** How far a plane round the middle latitude may err over the square. */
const PLANE_ERROR = 1.008;

/**
 * The same 2SFCA with kdbush: an index of the services in metres on a plane, one query a demand point into room that
 * is already there, the distance measured on the sphere without a square root, pairs kept for the second step.
 */
export function kdbushAccess({ demand, supply, limitMetres }: TwoStepTask, room: KdbushRoom): Float64Array {
  const middle = supply.lat.reduce((sum, lat) => sum + lat, 0) / supply.lat.length;
  const up = (EARTH_RADIUS_METRES * Math.PI) / 180;
  const across = up * Math.cos((middle * Math.PI) / 180);
  const index = new KDBush(supply.lon.length);
  for (let j = 0; j < supply.lon.length; j++) {
    index.add((supply.lon[j] as number) * across, (supply.lat[j] as number) * up);
  }
  index.finish();
  const from = unitVectors(demand.lon, demand.lat);
  const { x, y, z } = unitVectors(supply.lon, supply.lat);
  const chord2 = chord2OfMetres(limitMetres);
  const starts = new Int32Array(demand.lon.length + 1);
  const rates = new Float64Array(supply.lon.length);
  const { found } = room;
  let at = 0;
  for (let i = 0; i < demand.lon.length; i++) {
    const east = (demand.lon[i] as number) * across;
    const north = (demand.lat[i] as number) * up;
    const count = index.withinInto(east, north, limitMetres * PLANE_ERROR, found);
    if (at + count > room.pairs.length) room.pairs = doubled(room.pairs);
    const { pairs } = room;
    const xi = from.x[i] as number;
    const yi = from.y[i] as number;
    const zi = from.z[i] as number;
    const people = demand.weight[i] as number;
    for (let k = 0; k < count; k++) {
      const j = found[k] as number;
      const dx = xi - (x[j] as number);
      const dy = yi - (y[j] as number);
      const dz = zi - (z[j] as number);
      if (dx * dx + dy * dy + dz * dz > chord2) continue;
      rates[j] = (rates[j] as number) + people;
      pairs[at] = j;
      at++;
    }
    starts[i + 1] = at;
  }
  for (let j = 0; j < rates.length; j++) {
    rates[j] = (rates[j] as number) > 0 ? (supply.weight[j] as number) / (rates[j] as number) : 0;
  }
  const access = new Float64Array(demand.lon.length);
  for (let i = 0; i < access.length; i++) {
    let sum = 0;
    for (let pair = starts[i] as number; pair < (starts[i + 1] as number); pair++) {
      sum += rates[room.pairs[pair] as number] as number;
    }
    access[i] = sum;
  }
  return access;
}

function doubled(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** One row in so many of each step is done by the naive loop. */
export const NAIVE_SAMPLE = 100;

/**
 * Both steps by trying every pair, for one service and one demand point in `NAIVE_SAMPLE`, with the same cheap
 * distance. The whole would take `NAIVE_SAMPLE` times as long.
 *
 * @returns a checksum, so that no work can be left out
 */
export function naiveSample({ demand, supply, limitMetres }: TwoStepTask): number {
  const from = unitVectors(demand.lon, demand.lat);
  const to = unitVectors(supply.lon, supply.lat);
  const chord2 = chord2OfMetres(limitMetres);
  let sum = 0;
  for (let j = 0; j < supply.weight.length; j += NAIVE_SAMPLE) sum += sumWithin(to, j, from, demand.weight, chord2);
  for (let i = 0; i < demand.weight.length; i += NAIVE_SAMPLE) sum += sumWithin(from, i, to, supply.weight, chord2);
  return sum;
}

function sumWithin(from: UnitVectors, row: number, to: UnitVectors, weight: Float64Array, chord2: number): number {
  const xi = from.x[row] as number;
  const yi = from.y[row] as number;
  const zi = from.z[row] as number;
  let sum = 0;
  for (let j = 0; j < weight.length; j++) {
    const dx = xi - (to.x[j] as number);
    const dy = yi - (to.y[j] as number);
    const dz = zi - (to.z[j] as number);
    if (dx * dx + dy * dy + dz * dz <= chord2) sum += weight[j] as number;
  }
  return sum;
}
