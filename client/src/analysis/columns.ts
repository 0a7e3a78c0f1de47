import { hasShortfall, type Unit } from "@needs-map/shared/domain/gap/settings";
import type { MethodPart } from "../words/method-parts.ts";
import { perPeople, perPeopleWords, roundedParts, unitDigits } from "../words/numbers.ts";
import { capital } from "../words/question.ts";
import type { Answered } from "./use-gaps.ts";

/** One column of the table of wards. */
export interface Column {
  readonly id: string;
  readonly title: string;
  readonly digits: number;
  /** Shown without being asked for. */
  readonly usual: boolean;
  /** The figure of a row of the engine's arrays, as it is shown; NaN where it cannot be said. */
  readonly of: (row: number) => number;
  /** A part of a hundred: nothing and everything are said only when they are exact. */
  readonly share?: boolean;
  /** The part of the method page that works it out. */
  readonly part: MethodPart;
  /** The whole place's figure, where one can be given. */
  readonly total: number | null;
}

/** Every figure that there is of a ward, in the order of the file export. */
export function columns({ asked, result }: Answered): Column[] {
  const { wards, total } = result;
  const unit: Unit = asked.type.unit;
  const per = perPeople(unit);
  const digits = unitDigits(unit);
  const units = capital(unit);
  const reach = !hasShortfall(asked.settings.method);
  const plain = (
    id: keyof typeof wards & keyof typeof total,
    part: MethodPart,
    title: string,
    shownDigits: number,
    usual: boolean,
    scale = 1,
  ): Column => ({
    id,
    part,
    title,
    digits: shownDigits,
    usual,
    of: (row) => (wards[id][row] ?? Number.NaN) * scale,
    total: total[id] * scale,
  });
  const reachEnd = (id: "reachLow" | "reachHigh", title: string): Column => ({
    id,
    part: "reach",
    title,
    digits: 0,
    share: true,
    usual: false,
    of: (row) => (wards[id][row] ?? Number.NaN) * 100,
    total: null,
  });
  const rate: Column = {
    id: "shortRate",
    part: "short",
    title: `${units} short per ${perPeopleWords(unit)}`,
    digits: 1,
    usual: !reach,
    of: (row) => ((wards.short[row] ?? Number.NaN) / (wards.group[row] ?? Number.NaN)) * per,
    total: (total.short / total.group) * per,
  };
  const cause = (id: "shortOutOfReach" | "shortNotEnough", title: string, at: 0 | 1): Column => ({
    id,
    part: "causes",
    title,
    digits,
    usual: false,
    of: (row) => roundedParts(wards.short[row] ?? Number.NaN, wards.shortOutOfReach[row] ?? Number.NaN, digits)[at],
    total: roundedParts(total.short, total.shortOutOfReach, digits)[at],
  });
  return [
    plain("people", "people", "People", 0, false),
    plain("group", "people", "People of these ages", 0, true),
    plain("supply", "access", `${units} they have`, digits, false),
    plain("short", "short", `${units} short`, digits, !reach),
    plain("low", "range", `${units} short, low`, digits, !reach),
    plain("high", "range", `${units} short, high`, digits, !reach),
    rate,
    cause("shortOutOfReach", "Short: nothing in reach", 0),
    cause("shortNotEnough", "Short: not enough", 1),
    plain("outOfReach", "reach", "People out of reach", 0, reach),
    { ...plain("reach", "reach", "In reach, %", 0, true, 100), share: true },
    reachEnd("reachLow", "In reach, low, %"),
    reachEnd("reachHigh", "In reach, high, %"),
    { ...plain("coverage", "coverage", "Coverage, %", 0, true, 100), share: true },
    plain("access", "access", `${units} per ${perPeopleWords(unit)}`, unit === "places" ? 1 : 2, true, per),
    ...(asked.settings.method === "raam" ? [plain("cost", "access", "Crowding and journey", 2, true)] : []),
    plain("nearestMinutes", "reach", "Nearest, minutes", 0, true),
    plain("need", "need", "Need, 0 to 100", 0, true, 100),
  ];
}
