import { isLonLat, isOnGrid, toLonLat } from "@needs-map/server/imports/formats/project";
import { expect, test } from "vitest";

/** Metres on the ground between two positions near each other. */
function apart([lon, lat]: readonly [number, number], [otherLon, otherLat]: readonly [number, number]): number {
  const east = (lon - otherLon) * 111_320 * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(east, (lat - otherLat) * 111_320);
}

/** Points that the Ordnance Survey publishes to test OSTN15 with: National Grid in metres, then ETRS89 in degrees. */
test.each([
  ["St Mary's, Scilly", [91_492.146, 11_318.804], [-6.29977752014, 49.9222639373]],
  ["Plymouth", [250_359.811, 62_016.569], [-4.10864563561, 50.4388582561]],
  ["North Foreland", [639_821.835, 169_565.858], [1.44454730409, 51.3744702555]],
  ["Lambeth", [530_624.974, 178_388.464], [-0.1199255718, 51.4893656495]],
  ["Droitwich", [389_544.19, 261_912.153], [-2.15458614387, 52.2552938163]],
  ["Horsforth", [422_242.186, 433_818.701], [-1.66379168242, 53.8002151963]],
] as const)("%s is placed within 5 m of the Ordnance Survey's own transformation", (_, [east, north], position) => {
  expect(apart(toLonLat("EPSG:27700", east, north), position)).toBeLessThan(5);
});

test("longitude and latitude stay as they are", () => {
  expect(toLonLat("EPSG:4326", -2.3, 53.4)).toEqual([-2.3, 53.4]);
});

test("degrees and metres of the National Grid are told apart", () => {
  expect([isLonLat(-2.3, 53.4), isOnGrid(-2.3, 53.4)]).toEqual([true, false]);
  expect([isLonLat(378_860, 391_915), isOnGrid(378_860, 391_915)]).toEqual([false, true]);
  expect([isLonLat(4, 95), isOnGrid(4, 95)]).toEqual([false, false]);
  expect(isOnGrid(-255_000, 7_060_000)).toBe(false);
});
