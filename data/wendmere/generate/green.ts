import { cosine, sine } from "./arithmetic.ts";
import { distance, fromBoard, inRing, type Line, type Point } from "./ground.ts";
import { curve } from "./lines.ts";
import { noise } from "./noise.ts";

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

/** A corner of each blob and how far its others are from it. */
const ROUND_BLOBS = BLOBS.map(({ ring }): readonly [Point, number] => {
  const corner = ring[0] as Point;
  return [corner, ring.reduce((reach, other) => Math.max(reach, distance(corner, other)), 0) + 1];
});

/** Whether a point stands in a park, a wood or still water. */
export function inGreenOrWater(point: Point): boolean {
  return BLOBS.some(({ ring }, row) => {
    const [[x, y], reach] = ROUND_BLOBS[row] as readonly [Point, number];
    return Math.abs(point[0] - x) < reach && Math.abs(point[1] - y) < reach && inRing(point, ring);
  });
}
