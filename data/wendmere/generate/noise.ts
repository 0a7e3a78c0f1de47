import { ramp } from "./arithmetic.ts";

const lattice = (x: number, y: number, salt: number): number => {
  let hash = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(salt, 1442695041);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  hash ^= hash >>> 16;
  return (hash >>> 0) / 4294967296;
};

const single = (x: number, y: number, salt: number): number => {
  const [west, south] = [Math.floor(x), Math.floor(y)];
  const [east, north] = [ramp(x - west, 0, 1), ramp(y - south, 0, 1)];
  const bottom = lattice(west, south, salt) * (1 - east) + lattice(west + 1, south, salt) * east;
  const top = lattice(west, south + 1, salt) * (1 - east) + lattice(west + 1, south + 1, salt) * east;
  return bottom * (1 - north) + top * north;
};

/**
 * Smooth noise over the ground in −1…1: three octaves of value noise.
 *
 * @param size metres across one bump of the coarsest octave
 * @param salt a whole number; another salt is another field
 */
export function noise(x: number, y: number, size: number, salt: number): number {
  let sum = 0;
  let weight = 1;
  for (let octave = 0; octave < 3; octave++) {
    const scale = (1 << octave) / size;
    sum += weight * (2 * single(x * scale, y * scale, salt + octave * 101) - 1);
    weight /= 2;
  }
  return sum / 1.75;
}
