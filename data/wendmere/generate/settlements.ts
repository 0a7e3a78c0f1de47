import { inGreenOrWater } from "./green.ts";
import { fromBoard, inRing, type Line, type Point } from "./ground.ts";
import { noise } from "./noise.ts";

/** Where the borough ends, before its edge is broken into bends. */
export const OUTLINE: Line = fromBoard(
  [460, 218],
  [492, 193],
  [520, 180],
  [545, 172],
  [577, 177],
  [597, 193],
  [612, 180],
  [643, 158],
  [675, 163],
  [705, 172],
  [727, 187],
  [743, 212],
  [775, 215],
  [815, 222],
  [842, 241],
  [852, 272],
  [880, 284],
  [915, 297],
  [945, 325],
  [968, 380],
  [952, 405],
  [946, 432],
  [955, 462],
  [957, 500],
  [946, 530],
  [926, 560],
  [914, 582],
  [905, 612],
  [892, 640],
  [880, 660],
  [848, 656],
  [815, 648],
  [792, 658],
  [793, 678],
  [785, 715],
  [758, 735],
  [735, 746],
  [715, 735],
  [690, 720],
  [652, 715],
  [620, 724],
  [575, 720],
  [535, 708],
  [490, 715],
  [452, 707],
  [420, 680],
  [394, 655],
  [378, 605],
  [350, 587],
  [320, 570],
  [300, 538],
  [292, 488],
  [297, 460],
  [330, 452],
  [321, 402],
  [313, 352],
  [337, 318],
  [380, 275],
  [402, 252],
  [430, 232],
);

/** Where the main roads meet. */
export const MARKET_SQUARE = fromBoard([604, 408])[0] as Point;

const HEART = fromBoard([622, 440])[0] as Point;

/** Villages beyond the town: where, and how far the houses reach in metres. */
export const VILLAGES: readonly { readonly name: string; readonly point: Point; readonly reach: number }[] = [
  { name: "Northfields", point: fromBoard([664, 213])[0] as Point, reach: 500 },
  { name: "Little Northfield", point: fromBoard([716, 224])[0] as Point, reach: 380 },
  { name: "Holm", point: fromBoard([716, 668])[0] as Point, reach: 500 },
  { name: "Nether Holm", point: fromBoard([744, 722])[0] as Point, reach: 330 },
  { name: "Ashdown Green", point: fromBoard([360, 514])[0] as Point, reach: 820 },
  { name: "Copse End", point: fromBoard([458, 641])[0] as Point, reach: 760 },
  { name: "Larkfield", point: fromBoard([603, 654])[0] as Point, reach: 760 },
  { name: "Whitmoor", point: fromBoard([846, 602])[0] as Point, reach: 640 },
  { name: "Kingsmead", point: fromBoard([776, 268])[0] as Point, reach: 700 },
  { name: "Long Meadow", point: fromBoard([530, 216])[0] as Point, reach: 660 },
  { name: "Greenacre", point: fromBoard([426, 276])[0] as Point, reach: 760 },
  { name: "Fairmead", point: fromBoard([366, 388])[0] as Point, reach: 720 },
  { name: "Quarry Bank", point: fromBoard([884, 352])[0] as Point, reach: 820 },
  { name: "Hawthorn", point: fromBoard([880, 480])[0] as Point, reach: 900 },
];

/** Whether a point lies in the borough: within the outline, once its edge is broken into bends. */
export const inBorough = ([x, y]: Point): boolean =>
  inRing([x + 150 * noise(x, y, 900, 51), y + 150 * noise(x, y, 900, 52)], OUTLINE);

/** Whether houses stand here: in a settlement, outside parks and water. */
export const builtUp = (point: Point): boolean => inSettlement(point) && !inGreenOrWater(point);

/** Whether a point lies in the town or in a village beyond it, parks and water within them included. */
export function inSettlement(point: Point): boolean {
  if (!inBorough(point)) return false;
  const [x, y] = point;
  const reachOf = (middle: Point, reach: number, bumps: number, salt: number): boolean => {
    const [dx, dy] = [x - middle[0], y - middle[1]];
    const away = Math.sqrt(dx * dx + dy * dy);
    if (away < 1) return true;
    const bend = noise((dx / away) * 1000, (dy / away) * 1000, bumps, salt);
    return away < reach * (1 + 0.28 * bend) + 60 * noise(x, y, 300, salt);
  };
  if (reachOf(HEART, 3480, 700, 11)) return true;
  return VILLAGES.some(({ point: middle, reach }, index) => reachOf(middle, reach, 900, 31 + index));
}

/** 1 in the middle of the town, falling to 0 at its edge. */
export function centrality([x, y]: Point): number {
  const [dx, dy] = [x - HEART[0], y - HEART[1]];
  return Math.max(0, 1 - Math.sqrt(dx * dx + dy * dy) / 4600);
}
