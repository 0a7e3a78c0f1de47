import { codeColumns, nameColumn } from "./area-codes.ts";
import { type Only, ofRole, type Recognised } from "./recognised.ts";
import { measureless, type Settling } from "./settling.ts";
import type { Column, Surveyed } from "./survey.ts";

export type Areas = Recognised<"boundaries">;

/** A file of boundaries with the part of it that is the place, and the codes of that part. */
export interface ChosenAreas {
  readonly known: Areas;
  readonly only: Only;
  readonly codes: ReadonlySet<string>;
}

export interface Council {
  readonly code: string;
  readonly name: string | null;
}

export const columnOf = (file: Surveyed, name: string | undefined): Column =>
  file.columns.find((column) => column.name === name) ?? measureless(file.path, name);

/** The council that the files are of: the one named, else the only one that some file speaks of. */
export function councilOf(known: readonly Recognised[], wanted: string | undefined): Council | null {
  const spoken = known
    .filter(({ draft }) => draft.role !== "services" && draft.role !== "organisations")
    .flatMap(({ file }) =>
      codeColumns(file.columns).flatMap(({ kind, column }) => (kind === "councils" ? [{ file, column }] : [])),
    );
  const found = spoken.filter(({ column }) =>
    wanted ? column.distinct.has(wanted) : withoutEmpty(column).length === 1,
  );
  const code = wanted ?? mostCommon(found.map(({ column }) => withoutEmpty(column)[0] ?? ""));
  if (!code) return null;
  for (const { file, column } of found.filter(({ column: one }) => one.distinct.has(code))) {
    const names = nameColumn(file.columns, column);
    const name = names?.values[column.values.indexOf(code)];
    if (name && /[a-z]/i.test(name)) return { code, name };
  }
  return { code, name: null };
}

const withoutEmpty = ({ distinct }: Column) => [...distinct].filter((value) => value !== "");

function mostCommon(values: readonly string[]): string | null {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The part of a file of boundaries that is the council's, where it holds several. */
export function partOf(known: Areas, council: Council | null): ChosenAreas | string {
  const { file, draft } = known;
  const codes = columnOf(file, draft.code).values;
  const councils = draft.council === null ? null : columnOf(file, draft.council);
  const several = councils ? withoutEmpty(councils).length > 1 : false;
  if (!councils || !several || draft.council === null) return { known, only: {}, codes: new Set(codes) };
  if (!council) return `it holds ${withoutEmpty(councils).length} councils: say with --code which is yours`;
  if (!councils.distinct.has(council.code)) return `it has no area of ${council.code}`;
  return {
    known,
    only: { [draft.council]: council.code },
    codes: new Set(codes.filter((_, row) => councils.values[row] === council.code)),
  };
}

/** Share of some codes that others hold. */
export function shareIn(codes: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let held = 0;
  for (const code of codes) if (others.has(code)) held++;
  return codes.size === 0 ? 0 : held / codes.size;
}

/**
 * The wards that count today: those whose codes the people and postcodes have, the newest of equals. The others are
 * wards of another year where their codes are others.
 */
export function settleWards(settling: Settling, council: Council | null) {
  const { known, leave } = settling;
  const candidates = chosenOf(settling, council, ["wards"]);
  const evidence: [weight: number, codes: ReadonlySet<string>][] = [
    ...ofRole(known, "people").map(
      ({ file, draft }) => [3, columnOf(file, draft.code).distinct] as [number, ReadonlySet<string>],
    ),
    ...ofRole(known, "postcodes").flatMap(({ file, draft }) =>
      draft.columns.ward ? [[2, columnOf(file, draft.columns.ward).distinct] as [number, ReadonlySet<string>]] : [],
    ),
    ...ofRole(known, "lookup").map(
      ({ file, draft }) => [1, columnOf(file, draft.ward).distinct] as [number, ReadonlySet<string>],
    ),
  ];
  const fitOf = ({ codes }: ChosenAreas) =>
    [3, 2, 1].reduce((sum, weight) => {
      const shares = evidence.filter(([of]) => of === weight).map(([, others]) => shareIn(codes, others));
      return sum + weight * Math.max(0, ...shares);
    }, 0);
  const ranked = candidates.toSorted(
    (a, b) => Math.round((fitOf(b) - fitOf(a)) * 100) || yearIn(b) - yearIn(a) || a.known.file.rows - b.known.file.rows,
  );
  const [current, ...rest] = ranked;
  const others: ChosenAreas[] = [];
  const drawn = current ? [current] : [];
  for (const chosen of rest) {
    const same = drawn.find(({ codes }) => codes.size === chosen.codes.size && shareIn(codes, chosen.codes) === 1);
    const { path } = chosen.known.file;
    if (same) leave(path, `it has the same wards as ${same.known.file.path}`);
    else if (chosen.known.draft.year === null)
      leave(path, "it has other wards, but tells no year: put the year into its name");
    else if (drawn.some(({ known: { draft } }) => draft.year === chosen.known.draft.year))
      leave(path, `there are other wards of ${chosen.known.draft.year} already`);
    else {
      others.push(chosen);
      drawn.push(chosen);
    }
  }
  return { current: current ?? null, others };
}

const yearIn = ({ known }: ChosenAreas) => known.draft.year ?? 0;

/** Boundaries of these kinds with their part; those that cannot be used are left out. */
export function chosenOf({ known, leave }: Settling, council: Council | null, kinds: readonly string[]): ChosenAreas[] {
  return ofRole(known, "boundaries")
    .filter(({ draft }) => kinds.includes(draft.of))
    .flatMap((areas) => {
      const part = partOf(areas, council);
      if (typeof part === "string") leave(areas.file.path, part);
      return typeof part === "string" ? [] : [part];
    });
}

/** The small areas that people are known by, of equals the newest. */
export function settleSmallAreas(settling: Settling, council: Council | null): ChosenAreas | null {
  const { known, leave } = settling;
  const candidates = chosenOf(settling, council, ["small-areas", "output-areas"]);
  const people = ofRole(known, "people").map(({ file, draft }) => columnOf(file, draft.code).distinct);
  const figures = [...ofRole(known, "indicators"), ...ofRole(known, "counts")].map(
    ({ file, draft }) => columnOf(file, draft.code).distinct,
  );
  const most = (codes: ReadonlySet<string>, sets: readonly ReadonlySet<string>[]) =>
    Math.max(0, ...sets.map((others) => shareIn(codes, others)));
  const fitOf = ({ codes }: ChosenAreas) => Math.round(100 * (2 * most(codes, people) + most(codes, figures)));
  const [current, ...rest] = candidates.toSorted(
    (a, b) => fitOf(b) - fitOf(a) || yearIn(b) - yearIn(a) || a.codes.size - b.codes.size,
  );
  for (const { known: other } of rest)
    leave(
      other.file.path,
      `small areas are taken from ${current?.known.file.path ?? "another file"}, whose codes the other files have`,
    );
  return current ?? null;
}

/** Boundaries with codes of the council's own: the fewer are wards, the more small areas. */
export function withOwnKinds(known: readonly Recognised[]): Recognised[] {
  const own = ofRole(known, "boundaries").filter(({ draft }) => draft.of === "own");
  const has = (kind: string) => ofRole(known, "boundaries").some(({ draft }) => draft.of === kind);
  const sorted = own.toSorted((a, b) => a.file.rows - b.file.rows);
  const wards = has("wards") ? undefined : sorted[0];
  const areas = has("small-areas") ? undefined : sorted.findLast((areas) => areas !== wards);
  return known.map((one) => {
    if (one !== wards && one !== areas) return one;
    const boundaries = one as Areas;
    return {
      ...boundaries,
      sure: "guess",
      draft: { ...boundaries.draft, of: one === wards ? "wards" : "small-areas" },
    };
  });
}
