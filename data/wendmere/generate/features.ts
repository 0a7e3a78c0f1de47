import { cosine, sine } from "./arithmetic.ts";
import { fromBoard, inRing, type Line, type Point } from "./ground.ts";
import { curve } from "./lines.ts";
import { noise } from "./noise.ts";

type RoadKind = "road-major" | "road-minor";

export interface Road {
  readonly name: string;
  readonly kind: RoadKind;
  readonly line: Line;
}

const board = (...steps: readonly (readonly [number, number])[]): Point[] => curve(fromBoard(...steps));

/** The River Wend, from west to east. */
export const RIVER: Line = board(
  [215, 352],
  [265, 342],
  [312, 340],
  [338, 318],
  [358, 322],
  [400, 344],
  [443, 358],
  [482, 374],
  [494, 404],
  [512, 418],
  [553, 409],
  [574, 430],
  [590, 455],
  [635, 456],
  [655, 438],
  [674, 430],
  [700, 452],
  [738, 476],
  [757, 495],
  [784, 499],
  [797, 522],
  [832, 541],
  [880, 546],
  [916, 556],
  [944, 588],
  [1000, 640],
  [1040, 660],
);

/** The Wend Canal from the south-west to the docks, and the cut from the opposite bank up to the old quarry. */
export const CANALS: readonly { readonly name: string; readonly line: Line }[] = [
  {
    name: "Wend Canal",
    line: board(
      [225, 690],
      [300, 632],
      [352, 594],
      [402, 560],
      [452, 531],
      [500, 514],
      [545, 506],
      [584, 518],
      [622, 527],
      [660, 522],
      [688, 502],
      [698, 474],
      [705, 455],
    ),
  },
  { name: "Quarry Cut", line: board([699, 451], [722, 436], [765, 412], [808, 386], [850, 368], [876, 349]) },
];

export const RAILWAYS: readonly { readonly name: string; readonly line: Line }[] = [
  {
    name: "Cross-town line",
    line: board(
      [215, 476],
      [330, 475],
      [420, 478],
      [490, 481],
      [550, 482],
      [602, 479],
      [645, 502],
      [690, 545],
      [740, 590],
      [800, 640],
      [860, 690],
      [940, 750],
    ),
  },
  {
    name: "Northfields line",
    line: board(
      [775, 95],
      [726, 190],
      [702, 250],
      [686, 308],
      [666, 365],
      [641, 420],
      [621, 454],
      [602, 479],
      [589, 520],
      [579, 580],
      [570, 650],
      [560, 720],
      [540, 810],
    ),
  },
];

const station = (name: string, x: number, y: number) => ({ name, point: fromBoard([x, y])[0] as Point });

export const STATIONS: readonly { readonly name: string; readonly point: Point }[] = [
  station("Wendmere Central", 602, 479),
  station("Mill Lane", 686, 308),
  station("Northfields", 716, 214),
  station("Larkfield", 570, 650),
  station("Stonebridge", 440, 479),
  station("Ashdown Green", 340, 475),
  station("Abbey Gate", 738, 588),
  station("Whitmoor", 812, 650),
];

const ringRoad = (): Point[] => {
  const corners: [number, number][] = [];
  for (let turn = 0; turn < 20; turn++) {
    const angle = (turn / 20) * 2 * Math.PI;
    const swell = 1 + 0.05 * sine(3 * angle + 1) + 0.03 * cosine(5 * angle);
    corners.push([610 + 140 * swell * cosine(angle), 420 + 124 * swell * sine(angle)]);
  }
  return curve(fromBoard(...corners), true);
};

const major = (name: string, ...steps: readonly (readonly [number, number])[]): Road => ({
  name,
  kind: "road-major",
  line: board(...steps),
});
const minor = (name: string, ...steps: readonly (readonly [number, number])[]): Road => ({
  name,
  kind: "road-minor",
  line: board(...steps),
});

/** Main roads that have a name and a course of their own; every other street is grown between them. */
export const ROADS: readonly Road[] = [
  { name: "Ring Road", kind: "road-major", line: ringRoad() },
  major("West Road", [215, 440], [320, 446], [400, 453], [470, 446], [530, 440], [572, 424], [604, 408]),
  major("Long Meadow Road", [604, 408], [574, 360], [543, 300], [503, 240], [455, 185], [395, 110]),
  major("North Road", [604, 408], [622, 350], [640, 290], [664, 215], [682, 160], [700, 90]),
  major("Quarry Road", [604, 408], [660, 386], [730, 362], [800, 343], [880, 327], [960, 310], [1040, 290]),
  major(
    "Hawthorn Road",
    [604, 408],
    [650, 410],
    [704, 416],
    [760, 440],
    [820, 470],
    [880, 494],
    [960, 532],
    [1040, 560],
  ),
  major("Abbey Road", [616, 488], [680, 508], [740, 534], [800, 568], [850, 603], [905, 650], [970, 710]),
  major("Holm Road", [604, 408], [610, 455], [616, 488], [645, 535], [680, 590], [718, 650], [764, 715], [830, 800]),
  major("Larkfield Road", [616, 488], [606, 540], [600, 590], [608, 650], [603, 720], [590, 800]),
  major("Copse Road", [616, 488], [578, 526], [532, 580], [486, 636], [440, 695], [390, 770]),
  minor("Tannery Road", [722, 457], [740, 446], [772, 426], [815, 400], [858, 382], [884, 378]),
  minor("Eastgate Lane", [742, 358], [757, 398], [772, 426], [786, 454], [798, 486]),
  minor("Quay Street", [704, 436], [730, 416], [757, 398], [800, 372], [830, 352]),
  minor("High Street", [576, 392], [604, 408], [644, 421], [672, 412]),
  minor("Dock Road", [616, 488], [650, 478], [684, 480], [712, 496], [752, 512], [770, 548]),
  minor("Riverside Road", [438, 340], [470, 348], [505, 362], [540, 388], [576, 392], [604, 408]),
  minor("Weir Lane", [505, 362], [532, 330], [562, 308], [576, 280], [568, 250], [532, 218]),
  minor("Mill Lane", [612, 385], [640, 350], [668, 332], [700, 312], [738, 290], [772, 274]),
  minor("Kingsmead Way", [772, 274], [800, 300], [800, 343]),
  minor("Kings Lane", [772, 274], [768, 238], [726, 224], [668, 206]),
  minor("Stonebridge Lane", [505, 362], [478, 380], [462, 404], [450, 430], [456, 470], [470, 510], [470, 552]),
  minor("Canal Street", [490, 466], [540, 463], [580, 470], [616, 488]),
  minor("Castle Street", [604, 560], [577, 560], [550, 562], [510, 560], [470, 552], [425, 540]),
  minor("Brookside Lane", [470, 552], [474, 590], [486, 636]),
  minor("Fairmead Lane", [425, 275], [392, 325], [372, 370], [366, 400], [370, 450], [362, 514]),
  minor("Greenacre Lane", [438, 340], [428, 300], [425, 275], [450, 244], [490, 228], [532, 218]),
  minor("Meadow Lane", [532, 218], [590, 226], [664, 215]),
  minor("Ashdown Lane", [425, 540], [392, 524], [362, 514], [330, 524], [282, 530]),
  minor("Copse Lane", [362, 514], [372, 570], [404, 612], [455, 640], [486, 636]),
  minor("Lark Lane", [486, 636], [540, 640], [604, 650], [660, 668], [718, 672]),
  minor("Abbey Lane", [740, 534], [732, 580], [722, 620], [718, 650]),
  minor("Moor Lane", [732, 580], [780, 600], [850, 603]),
  minor(
    "Hawthorn Lane",
    [800, 568],
    [822, 536],
    [846, 514],
    [880, 494],
    [882, 450],
    [884, 400],
    [882, 362],
    [880, 327],
  ),
  minor("Quarry Lane", [880, 327], [868, 296], [830, 272], [772, 274]),
  minor("Holm Lane", [718, 672], [700, 690], [716, 722], [764, 715]),
];

interface Blob {
  readonly name: string;
  readonly kind: "park" | "wood" | "lake";
  readonly ring: Line;
}

const blob = (kind: Blob["kind"], name: string, x: number, y: number, rx: number, ry: number, turn = 0): Blob => {
  const corners: [number, number][] = [];
  for (let step = 0; step < 12; step++) {
    const angle = (step / 12) * 2 * Math.PI;
    const swell = 1 + 0.22 * noise(x + 40 * cosine(angle), y + 40 * sine(angle), 30, 7);
    const [u, v] = [rx * swell * cosine(angle), ry * swell * sine(angle)];
    corners.push([x + u * cosine(turn) - v * sine(turn), y + u * sine(turn) + v * cosine(turn)]);
  }
  const ring = curve(fromBoard(...corners), true);
  return { name, kind, ring: ring.slice(0, -1) };
};

const basin = (name: string, x: number, y: number, long: number, wide: number): Blob => {
  const [ux, uy] = [0.856, 0.517];
  const corner = (s: number, t: number): [number, number] => [
    x + s * long * ux - t * wide * uy,
    y + s * long * uy + t * wide * ux,
  ];
  return { name, kind: "lake", ring: fromBoard(corner(-1, -1), corner(-1, 1), corner(1, 1), corner(1, -1)) };
};

/** Parks, woods and still water: no street runs through them and nobody lives in them. */
export const BLOBS: readonly Blob[] = [
  blob("park", "Eastgate Green", 797, 430, 10, 7, -0.5),
  blob("park", "Castle Park", 556, 543, 15, 10),
  blob("park", "Priory Gardens", 638, 520, 9, 5, 0.4),
  blob("park", "Weir Park", 545, 345, 10, 8),
  blob("park", "Hawthorn Recreation Ground", 846, 446, 13, 9, 0.3),
  blob("park", "Mill Fields", 645, 318, 8, 10),
  blob("park", "Kingsmead Park", 752, 312, 14, 9, -0.3),
  blob("park", "Market Gardens", 587, 376, 6, 5),
  blob("park", "Abbey Park", 768, 574, 15, 10, 0.5),
  blob("park", "Brookside Park", 498, 578, 13, 9, 0.8),
  blob("park", "Fairmead Common", 402, 402, 15, 13),
  blob("park", "Long Meadow", 566, 218, 12, 7, -0.2),
  blob("park", "Riverside Park", 456, 328, 12, 7, 0.3),
  blob("park", "Larkfield Park", 632, 628, 12, 9),
  blob("park", "Stonebridge Fields", 424, 420, 11, 9),
  blob("park", "Whitmoor Park", 822, 616, 11, 8),
  blob("park", "Greenacre Park", 455, 270, 11, 9),
  blob("park", "Dockside Park", 722, 522, 9, 6, 0.5),
  blob("wood", "Copse Wood", 428, 668, 20, 13, 0.3),
  blob("wood", "Ashdown Wood", 318, 500, 15, 17),
  blob("wood", "Holm Wood", 752, 690, 15, 22, -0.4),
  blob("wood", "North Plantation", 702, 186, 12, 15, 0.4),
  blob("wood", "Quarry Wood", 932, 372, 15, 24, -0.2),
  blob("wood", "Greenacre Wood", 386, 286, 13, 10, -0.7),
  blob("wood", "Kings Wood", 822, 240, 18, 11, 0.5),
  blob("wood", "Moor Wood", 880, 634, 13, 14),
  blob("wood", "Brock Wood", 540, 692, 22, 11, 0.2),
  blob("wood", "Lady Wood", 340, 425, 14, 14),
  blob("wood", "Hangman’s Wood", 928, 498, 11, 19, 0.3),
  blob("lake", "Wend Mere", 408, 318, 13, 7, 0.5),
  blob("lake", "Quarry Pool", 908, 344, 8, 6),
  blob("lake", "Lark Water", 640, 655, 7, 5),
  basin("Timber Dock", 697, 466, 8, 2.4),
  basin("Coal Basin", 719, 479, 7, 2.2),
];

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

/** Whether a point stands in a park, a wood or still water. */
export const inGreenOrWater = (point: Point): boolean => BLOBS.some(({ ring }) => inRing(point, ring));

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
