import { ramp } from "./arithmetic.ts";
import { distance, type Line, type Point } from "./ground.ts";
import { lineLength } from "./lines.ts";
import type { Chance } from "./random.ts";
import { centrality } from "./settlements.ts";
import { STREET_WORDS, wordsOfQuarter } from "./street-words.ts";

const BEFORE = ["Upper", "Lower", "North", "South", "East", "West", "Old", "New", "Great", "Little"] as const;

function endings(line: Line, metres: number): readonly string[] {
  const [first, last] = [line[0] as Point, line[line.length - 1] as Point];
  const bend = metres / Math.max(1, distance(first, last));
  const inTown = ramp(centrality(first), 0.35, 0.6);
  if (inTown > 0.5)
    return metres < 120 ? ["Row", "Place", "Court", "Yard", "Street"] : ["Street", "Street", "Road", "Terrace"];
  if (bend > 1.12) return ["Crescent", "Drive", "Way", "Gardens"];
  return metres < 150
    ? ["Close", "Court", "Grove", "Croft", "Mews"]
    : ["Avenue", "Drive", "Road", "Lane", "Grove", "Way", "Walk"];
}

/** Name streets so that no two of the borough bear the same name. */
export function nameStreets(lines: readonly Line[], taken: readonly string[], chance: Chance): string[] {
  const used = new Set(taken);
  const themeAt = new Map<string, readonly string[]>();
  const take = (names: readonly string[]) => names.find((name) => !used.has(name));
  return lines.map((line) => {
    const middle = line[line.length >> 1] as Point;
    const [x, y] = middle;
    const district = `${Math.floor(x / 900)} ${Math.floor(y / 900)}`;
    const theme = wordsOfQuarter(middle) ?? themeAt.get(district) ?? chance.pick(STREET_WORDS);
    themeAt.set(district, theme);
    const kinds = endings(line, lineLength(line));
    const combined = (words: readonly string[]) =>
      chance.shuffled(words).flatMap((word) =>
        chance
          .shuffled(kinds)
          .map((kind) => (word === kind ? "" : `${word} ${kind}`))
          .filter(Boolean),
      );
    const further = () => combined(chance.shuffled(STREET_WORDS).slice(0, 4).flat());
    const longer = () => combined(STREET_WORDS.flat()).map((name) => `${chance.pick(BEFORE)} ${name}`);
    const name = take(combined(theme)) ?? take(further()) ?? take(longer());
    if (!name) throw new Error("No street name is left");
    used.add(name);
    return name;
  });
}
