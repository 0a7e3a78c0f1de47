import { fromBoard, type Line, type Point } from "./ground.ts";
import { board } from "./lines.ts";

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
