/** Mean radius of the Earth (IUGG), the one radius of every distance. */
export const EARTH_RADIUS_METRES = 6_371_008.8;

const RADIANS = Math.PI / 180;

/** Above this squared chord (about 200 km) the arc is taken from the arcsine, below from its series. */
const SERIES_END = 1e-3;

/** Points on the unit sphere; three arrays in the order of the points. */
export interface UnitVectors {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

/** Puts points of longitude and latitude in degrees on the unit sphere. */
export function unitVectors(lon: ArrayLike<number>, lat: ArrayLike<number>): UnitVectors {
  const count = lon.length;
  const vectors = { x: new Float64Array(count), y: new Float64Array(count), z: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    const phi = (lat[i] as number) * RADIANS;
    const lambda = (lon[i] as number) * RADIANS;
    const across = Math.cos(phi);
    vectors.x[i] = across * Math.cos(lambda);
    vectors.y[i] = across * Math.sin(lambda);
    vectors.z[i] = Math.sin(phi);
  }
  return vectors;
}

/**
 * Metres along the great circle between two points whose squared chord on the unit sphere is given.
 *
 * The series of 2·asin(c ÷ 2) has an error below the last bit up to about 200 km and needs no arcsine.
 */
export function metresOfChord2(chord2: number): number {
  if (chord2 >= SERIES_END) return EARTH_RADIUS_METRES * 2 * Math.asin(Math.min(1, Math.sqrt(chord2) / 2));
  const bend = 1 + chord2 * (1 / 24 + chord2 * (3 / 640 + chord2 * (5 / 7168 + chord2 * (35 / 294912))));
  return EARTH_RADIUS_METRES * Math.sqrt(chord2) * bend;
}

/** Squared chord on the unit sphere of an arc in metres; an arc of half the globe or more gives 4. */
export function chord2OfMetres(metres: number): number {
  const half = Math.sin(Math.min(Math.PI / 2, metres / (2 * EARTH_RADIUS_METRES)));
  return 4 * half * half;
}

/** Great-circle metres between two points in degrees. */
export function greatCircleMetres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const { x, y, z } = unitVectors([lon1, lon2], [lat1, lat2]);
  const dx = (x[0] as number) - (x[1] as number);
  const dy = (y[0] as number) - (y[1] as number);
  const dz = (z[0] as number) - (z[1] as number);
  return metresOfChord2(dx * dx + dy * dy + dz * dz);
}
