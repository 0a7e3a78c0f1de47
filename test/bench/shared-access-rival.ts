import { chord2OfMetres, EARTH_RADIUS_METRES, unitVectors } from "@needs-map/shared/domain/geo/earth";
import KDBush from "kdbush";
import type { TwoStepTask } from "./two-step-task.ts";

/** How far a plane round the middle latitude may err over the square. */
const PLANE_ERROR = 1.008;

/**
 * The same E2SFCA with kdbush: an index of the services in metres on a plane, one query a demand point, the distance
 * measured on the sphere from the square of the chord, pairs and weights kept for the second step in room that grows.
 */
export function kdbushGaussian(
  { demand, supply, limitMetres }: TwoStepTask,
  room: { column: Int32Array; weight: Float64Array },
): Float64Array {
  const middle = supply.lat.reduce((sum, lat) => sum + lat, 0) / supply.lat.length;
  const up = (EARTH_RADIUS_METRES * Math.PI) / 180;
  const across = up * Math.cos((middle * Math.PI) / 180);
  const index = new KDBush(supply.lon.length);
  for (let j = 0; j < supply.lon.length; j++)
    index.add((supply.lon[j] as number) * across, (supply.lat[j] as number) * up);
  index.finish();
  const from = unitVectors(demand.lon, demand.lat);
  const { x, y, z } = unitVectors(supply.lon, supply.lat);
  const chord2 = chord2OfMetres(limitMetres);
  const scale = EARTH_RADIUS_METRES ** 2 / (2 * (limitMetres / 2) ** 2);
  const starts = new Int32Array(demand.lon.length + 1);
  const rates = new Float64Array(supply.lon.length);
  const found = new Uint32Array(supply.lon.length);
  let at = 0;
  for (let i = 0; i < demand.lon.length; i++) {
    const east = (demand.lon[i] as number) * across;
    const north = (demand.lat[i] as number) * up;
    const count = index.withinInto(east, north, limitMetres * PLANE_ERROR, found);
    if (at + count > room.column.length) {
      const [column, weight] = [new Int32Array(2 * (at + count)), new Float64Array(2 * (at + count))];
      column.set(room.column);
      weight.set(room.weight);
      room.column = column;
      room.weight = weight;
    }
    const { column, weight } = room;
    const xi = from.x[i] as number;
    const yi = from.y[i] as number;
    const zi = from.z[i] as number;
    const people = demand.weight[i] as number;
    for (let k = 0; k < count; k++) {
      const j = found[k] as number;
      const dx = xi - (x[j] as number);
      const dy = yi - (y[j] as number);
      const dz = zi - (z[j] as number);
      const apart = dx * dx + dy * dy + dz * dz;
      if (apart > chord2) continue;
      const own = Math.exp(-apart * scale * (1 + apart / 12));
      rates[j] = (rates[j] as number) + people * own;
      column[at] = j;
      weight[at] = own;
      at++;
    }
    starts[i + 1] = at;
  }
  for (let j = 0; j < rates.length; j++)
    rates[j] = (rates[j] as number) > 0 ? (supply.weight[j] as number) / (rates[j] as number) : 0;
  const access = new Float64Array(demand.lon.length);
  for (let i = 0; i < access.length; i++) {
    let sum = 0;
    for (let pair = starts[i] as number; pair < (starts[i + 1] as number); pair++)
      sum += (rates[room.column[pair] as number] as number) * (room.weight[pair] as number);
    access[i] = sum;
  }
  return access;
}
