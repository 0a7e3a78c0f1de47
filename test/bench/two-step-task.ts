import type { WeightedPoints } from "@needs-map/shared/domain/access/catchment-access";
import { EARTH_RADIUS_METRES } from "@needs-map/shared/domain/geo/earth";
import { seeded } from "../unit/domain/seeded.ts";

/** 2SFCA over a square, everyone and every service uniformly spread. */
export interface TwoStepTask {
  readonly demand: WeightedPoints;
  readonly supply: WeightedPoints;
  readonly limitMetres: number;
}

export const SEED = 20_260_301;
export const DEMAND = 35_000;
export const SERVICES = 50_000;
export const SIDE_METRES = 60_000;
export const LIMIT_METRES = 2000;

/** South-west corner of the square, degrees. */
const WEST = -2.75;
const SOUTH = 53.2;

export function twoStepTask(seed = SEED): TwoStepTask {
  const random = seeded(seed);
  const side = (SIDE_METRES / EARTH_RADIUS_METRES) * (180 / Math.PI);
  const stretch = 1 / Math.cos(((SOUTH + side / 2) * Math.PI) / 180);
  const points = (count: number, most: number): WeightedPoints => ({
    lon: Float64Array.from({ length: count }, () => WEST + random() * side * stretch),
    lat: Float64Array.from({ length: count }, () => SOUTH + random() * side),
    weight: Float64Array.from({ length: count }, () => 1 + Math.floor(random() * most)),
  });
  return { demand: points(DEMAND, 60), supply: points(SERVICES, 40), limitMetres: LIMIT_METRES };
}
