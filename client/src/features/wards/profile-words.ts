import type { Ward } from "@needs-map/shared/contract/ward";
import { figure } from "../../words/numbers.ts";
import { journey, supplyWords } from "../../words/question.ts";
import type { Piece } from "../../words/sentence.ts";
import { placeWords } from "../gaps/facts.ts";
import type { WardFact } from "./ward-facts.ts";
import { biggestGap, type WardGapLine } from "./ward-gaps.ts";

const strong = (text: string): Piece => ({ text, strong: true });
const small = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/**
 * "Eastgate has 12,345 people and is the 3rd most deprived of 24 wards."
 *
 * @param deprivation null where the place has no measure of it
 */
export function peopleSentence(ward: Ward, row: number, deprivation: WardFact | null): Piece[] {
  const people = `${figure(ward.people)} people`;
  const own = deprivation?.values[row] ?? Number.NaN;
  const start = [{ text: `${ward.name} has ` }, strong(people)];
  if (!deprivation || !Number.isFinite(own)) return [...start, { text: "." }];
  const known = deprivation.values.filter(Number.isFinite);
  const rank = placeWords(own, known, deprivation.ends, deprivation.show);
  if (rank === "The same in each") return [...start, { text: ", and is as deprived as every other ward." }];
  return [...start, { text: " and is the " }, strong(small(rank)), { text: ` of ${figure(known.length)} wards.` }];
}

/** "Its biggest gap is in youth clubs: 45 youth club places short, likely 38 to 52, …" */
export function gapSentence(lines: readonly WardGapLine[]): Piece[] {
  const biggest = biggestGap(lines);
  if (lines.length === 0) return [{ text: "No services are listed here yet, so no gap can be told." }];
  if (!biggest)
    return [{ text: `It is not short of any of the ${figure(lines.length)} kinds of service that were looked at.` }];
  const { type, gap, range, met, settings } = biggest;
  const count = figure(gap.short ?? Number.NaN, type.unit === "places" ? 0 : 1);
  const walk = journey({ minutes: settings.min, mode: settings.go });
  return [
    { text: "Its biggest gap is in " },
    strong(type.title.toLowerCase()),
    { text: ": " },
    strong(`${count} ${supplyWords(type)} short`),
    { text: `${range ? `, ${range}` : ""}, with ${met} of the target met within a ${walk}.` },
  ];
}
