import type { Question } from "../../analysis/question.ts";
import type { RankedWard } from "../../analysis/ranking.ts";
import type { WardColours } from "../../cartography/ward-colours.ts";
import { gapDigits, gapKind } from "../../words/gap.ts";
import { figure, rangeWords, UNSAID } from "../../words/numbers.ts";

/** What a ward's tooltip says: its name, the figure behind its colour, its count with the range. */
export function wardTooltip({ type, settings }: Question, colours: WardColours, ward: RankedWard): string[] {
  const colour = colours.byCode.get(ward.code);
  const kind = gapKind(settings.method);
  const digits = gapDigits(settings.method, type.unit);
  const what = { short: `${type.unit} short`, outOfReach: "people out of reach", cost: "crowding and journey" }[kind];
  const rate =
    colour && Number.isFinite(colour.value)
      ? `${figure(colour.value, colours.digits)} ${colours.unitWords}`
      : `Colour ${UNSAID}`;
  if (!Number.isFinite(ward.value) || (kind === "cost" && colours.by === "short")) return [ward.name, rate];
  const range = rangeWords(ward.low, ward.high, (value) => figure(value, digits));
  return [ward.name, rate, `${figure(ward.value, digits)} ${what}`, ...(range ? [range] : [])];
}
