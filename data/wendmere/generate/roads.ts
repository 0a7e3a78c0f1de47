import { cosine, sine } from "./arithmetic.ts";
import { fromBoard, type Line, type Point } from "./ground.ts";
import { board, curve } from "./lines.ts";

type RoadKind = "road-major" | "road-minor";

export interface Road {
  readonly name: string;
  readonly kind: RoadKind;
  readonly line: Line;
}

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
