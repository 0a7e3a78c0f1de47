import { unusedIn } from "./as-figures.ts";
import { slug } from "./headings.ts";
import { entryOf } from "./recipe-files.ts";
import { ofRole, type Recognised } from "./recognised.ts";
import { type ChosenAreas, columnOf, shareIn } from "./settle-areas.ts";
import type { Settling } from "./settling.ts";

export interface SettledFigures {
  readonly files: object[];
  /** Ids of indicators, the surest first. */
  readonly ids: readonly string[];
  readonly sentences: readonly string[];
}

/** Least share of the areas that a file must have figures for. */
const LEAST = 0.3;

/** Which indicators and counts are used, and of which areas they are. */
export function settleFigures(
  settling: Settling,
  wards: ChosenAreas,
  areas: ChosenAreas,
  others: readonly (ChosenAreas & { readonly id: string })[],
): SettledFigures {
  const { known, leave } = settling;
  const files: object[] = [];
  const taken = new Set<string>();
  const fileIds = new Set<string>();
  const sure: string[] = [];
  const guessed: string[] = [];
  const sentences: string[] = [];
  const note = (one: Recognised, id: string) => void (one.sure === "guess" ? guessed : sure).push(id);

  for (const one of newestOfSeries(settling)) {
    const { file, draft } = one;
    const share = shareIn(areas.codes, columnOf(file, draft.code).distinct);
    if (share < LEAST) {
      leave(file.path, "its codes are of other small areas, or of another year, than the boundaries");
      continue;
    }
    if (share < 1) sentences.push(`${file.path} has figures for ${Math.round(share * 100)}% of the small areas.`);
    const indicators = draft.indicators.map((indicator) => ({ ...indicator, id: unusedIn(taken, indicator.id) }));
    for (const { id } of indicators) note(one, id);
    files.push({
      ...entryOf(one, unusedIn(fileIds, slug(file.title)), draft.series ? `${draft.series.year}` : null),
      role: "indicators",
      theme: draft.theme,
      columns: { code: draft.code },
      indicators,
    });
  }

  const counts = ofRole(known, "counts").toSorted(
    (a, b) => Number(a.draft.of === "wards") - Number(b.draft.of === "wards"),
  );
  const told = new Set<string>();
  for (const one of counts) {
    const { file, draft } = one;
    const codes = columnOf(file, draft.code).distinct;
    const key = draft.indicators.map(({ id }) => id).join();
    if (told.has(key)) {
      leave(file.path, "the same counts are taken by small area");
      continue;
    }
    const old = others.find((chosen) => shareIn(chosen.codes, codes) > 0.95);
    const of =
      shareIn(areas.codes, codes) >= LEAST ? "small-areas" : shareIn(wards.codes, codes) > 0.95 ? "wards" : old?.id;
    if (of === undefined) {
      leave(file.path, "its codes are of no boundaries in the folder; bring the wards of its year, too");
      continue;
    }
    told.add(key);
    const indicators = draft.indicators.map((indicator) => ({ ...indicator, id: unusedIn(taken, indicator.id) }));
    for (const { id } of indicators) note(one, id);
    files.push({
      ...entryOf(one, unusedIn(fileIds, slug(file.title)), draft.theme === "Census 2021" ? "Census 2021" : null),
      role: "counts",
      theme: draft.theme,
      of,
      only: draft.only,
      columns: { code: draft.code, category: draft.category, value: draft.value },
      indicators,
    });
  }
  return { files, ids: [...sure, ...guessed], sentences };
}

/** Files of indicators, without those of the Indices of Deprivation that another has newer or whole. */
function newestOfSeries({ known, leave }: Settling): Recognised<"indicators">[] {
  const all = ofRole(known, "indicators");
  return all.filter((one) => {
    const { series } = one.draft;
    const better = all.find(({ draft: { series: other }, file }) => {
      if (!series || !other || file === one.file) return false;
      if (!series.subjects.every((subject) => other.subjects.includes(subject))) return false;
      return other.year > series.year || (other.year === series.year && other.subjects.length > series.subjects.length);
    });
    if (better) leave(one.file.path, `${better.file.path} has the same of ${better.draft.series?.year}`);
    return !better;
  });
}
