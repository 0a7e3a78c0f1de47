import { hasShortfall } from "@needs-map/shared/domain/gap/settings";
import type { Question } from "../../analysis/question.ts";
import type { RankedWard } from "../../analysis/ranking.ts";
import type { WardColours } from "../../cartography/ward-colours.ts";
import { figure, rangeWords, UNSAID, unitDigits } from "../../words/numbers.ts";

/** What a ward's tooltip says: its name, the figure behind its colour, its count with the range. */
export function wardTooltip({ type, settings }: Question, colours: WardColours, ward: RankedWard): string[] {
  const colour = colours.byCode.get(ward.code);
  const reach = !hasShortfall(settings.method);
  const digits = reach ? 0 : unitDigits(type.unit);
  const what = reach ? "people out of reach" : `${type.unit} short`;
  const rate =
    colour && Number.isFinite(colour.value) ? `${figure(colour.value, 1)} ${colours.unitWords}` : `Colour ${UNSAID}`;
  if (!Number.isFinite(ward.value)) return [ward.name, rate];
  const range = rangeWords(ward.low, ward.high, (value) => figure(value, digits));
  return [ward.name, rate, `${figure(ward.value, digits)} ${what}`, ...(range ? [range] : [])];
}
