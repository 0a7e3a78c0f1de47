import { EARTH_RADIUS_METRES } from "./earth.ts";

const RADIANS = Math.PI / 180;

/** A circle on a plane whose unit is the radius of the Earth. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A way onto a plane and back again, on which every circle on the globe is a circle. */
export interface Plane {
  /** The points within so many great-circle metres of a longitude and latitude in degrees. */
  readonly circleAround: (lon: number, lat: number, metres: number) => Circle;
  /** Longitude and latitude in degrees. */
  readonly position: (x: number, y: number) => [number, number];
}

/**
 * The stereographic plane that touches the globe at a point: circles stay circles, exactly, however far from it.
 *
 * @see Snyder (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, p. 154
 */
export function stereographic(lon0: number, lat0: number): Plane {
  const sin0 = Math.sin(lat0 * RADIANS);
  const cos0 = Math.cos(lat0 * RADIANS);
  return {
    circleAround(lon, lat, metres) {
      const sin = Math.sin(lat * RADIANS);
      const cos = Math.cos(lat * RADIANS);
      const turn = (lon - lon0) * RADIANS;
      const east = cos * Math.sin(turn);
      const north = cos0 * sin - sin0 * cos * Math.cos(turn);
      const away = Math.atan2(Math.hypot(east, north), sin0 * sin + cos0 * cos * Math.cos(turn));
      const wide = metres / EARTH_RADIUS_METRES;
      const near = 2 * Math.tan((away - wide) / 2);
      const far = 2 * Math.tan((away + wide) / 2);
      const length = Math.hypot(east, north) || 1;
      const middle = (near + far) / 2;
      return { x: (middle * east) / length, y: (middle * north) / length, radius: (far - near) / 2 };
    },
    position(x, y) {
      const away = 2 * Math.atan(Math.hypot(x, y) / 2);
      const length = Math.hypot(x, y) || 1;
      const sin = Math.cos(away) * sin0 + (y * Math.sin(away) * cos0) / length;
      const across = (x * Math.sin(away)) / length;
      const along = Math.cos(away) * cos0 - (y * Math.sin(away) * sin0) / length;
      return [lon0 + Math.atan2(across, along) / RADIANS, Math.asin(Math.max(-1, Math.min(1, sin))) / RADIANS];
    },
  };
}
