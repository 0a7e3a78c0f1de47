import type { Line } from "./ground.ts";
import { board } from "./lines.ts";

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
