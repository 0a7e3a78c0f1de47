import { fromBoard, type Point } from "./ground.ts";

/** What a ward is meant to be like; the figures of its small areas are drawn around this. */
export interface WardPlan {
  readonly name: string;
  /** Where the ward grows from. */
  readonly seed: Point;
  readonly people: number;
  /** 0 the best-off, 1 the most deprived. */
  readonly deprivation: number;
  /** How strongly each kind of household is found here; 1 is as in the country at large. */
  readonly families: number;
  readonly students: number;
  readonly youngAdults: number;
  readonly older: number;
  /** Metres of handicap (or head start, below 0) as the ward grows from its seed. */
  readonly headStart: number;
}

const plan = (
  name: string,
  [x, y]: readonly [number, number],
  people: number,
  deprivation: number,
  [families, students, youngAdults, older]: readonly [number, number, number, number],
  headStart = 0,
): WardPlan => {
  const [seed = [0, 0]] = fromBoard([x, y]);
  return { name, seed, people, deprivation, families, students, youngAdults, older, headStart };
};

/** The 24 wards, by name. */
export const WARD_PLANS: readonly WardPlan[] = [
  plan("Abbey Gate", [738, 545], 9650, 0.45, [1.1, 0.1, 0.9, 1.0]),
  plan("Ashdown Green", [360, 515], 7900, 0.08, [0.8, 0.05, 0.5, 1.7]),
  plan("Brookside", [470, 552], 9300, 0.27, [1.0, 0.1, 0.8, 1.2]),
  plan("Canal Side", [540, 462], 8900, 0.57, [0.85, 0.6, 1.5, 0.7], 170),
  plan("Castle Hill", [577, 562], 9200, 0.24, [0.85, 0.2, 0.9, 1.3]),
  plan("Copse End", [455, 640], 7600, 0.12, [0.9, 0.05, 0.6, 1.5]),
  plan("Eastgate", [756, 415], 11800, 0.94, [1.95, 0.05, 1.0, 0.55], 150),
  plan("Fairmead", [364, 390], 8300, 0.19, [0.95, 0.05, 0.6, 1.4]),
  plan("Greenacre", [422, 275], 8200, 0.17, [0.95, 0.05, 0.7, 1.3]),
  plan("Hawthorn", [876, 490], 10800, 0.87, [1.5, 0.05, 0.9, 0.65], 60),
  plan("Holm Valley", [723, 683], 5600, 0.25, [1.0, 0.05, 0.5, 1.6]),
  plan("Kingsmead", [772, 272], 9300, 0.32, [1.15, 0.05, 0.8, 1.1], 60),
  plan("Larkfield", [602, 650], 8300, 0.22, [1.05, 0.05, 0.7, 1.3]),
  plan("Long Meadow", [532, 222], 8400, 0.41, [1.15, 0.05, 0.8, 1.1]),
  plan("Market", [610, 400], 8000, 0.54, [0.35, 2.6, 2.2, 0.5], 60),
  plan("Mill Lane", [660, 338], 9800, 0.57, [1.05, 0.4, 1.3, 0.75], -120),
  plan("Northfields", [672, 216], 5900, 0.23, [1.0, 0.05, 0.5, 1.6]),
  plan("Old Docks", [692, 498], 9400, 0.82, [1.45, 0.15, 1.4, 0.55]),
  plan("Priory", [600, 500], 7600, 0.44, [0.6, 1.5, 1.8, 0.7], -380),
  plan("Quarry Bank", [880, 362], 10400, 0.68, [1.35, 0.05, 0.9, 0.9]),
  plan("Riverside", [515, 358], 11600, 0.86, [1.65, 0.3, 1.3, 0.5]),
  plan("Stonebridge", [450, 432], 9600, 0.62, [1.3, 0.1, 1.0, 0.85]),
  plan("Weirside", [575, 293], 10200, 0.72, [1.35, 0.15, 1.1, 0.75]),
  plan("Whitmoor", [840, 598], 7400, 0.4, [1.05, 0.05, 0.7, 1.3]),
];
