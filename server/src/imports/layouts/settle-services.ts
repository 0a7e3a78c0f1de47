import type { Boundaries } from "../read/boundaries.ts";
import { unusedIn } from "./as-figures.ts";
import { slug, wordsOf } from "./headings.ts";
import { entryOf } from "./recipe-files.ts";
import { ofRole, type Recognised, type ServiceColumns } from "./recognised.ts";
import { kindFromTitle, kindNamed, type ServiceKind } from "./service-kinds.ts";
import { columnOf } from "./settle-areas.ts";
import type { Settling } from "./settling.ts";
import { type Stand, whereServices } from "./where-services.ts";

type List = Recognised<"services">;

/** A kind of service that the lists have, and whether they tell places. */
export interface SettledKind {
  readonly kind: ServiceKind;
  readonly places: boolean;
}

export interface SettledServices {
  readonly files: object[];
  readonly kinds: readonly SettledKind[];
  readonly sentences: readonly string[];
}

interface Around {
  readonly wards: Boundaries;
  readonly postcodes: ReadonlySet<string>;
  /** Words that name the place, to leave out of titles. */
  readonly place: readonly string[];
}

/**
 * Which lists of services are used, of what kind each is, and whether it is the place's own or a wider one. A list that
 * two files have is taken once, from the one with coordinates; rows that only the other has are told.
 */
export async function settleServices(settling: Settling, around: Around): Promise<SettledServices> {
  const files: object[] = [];
  const kinds = new Map<string, SettledKind>();
  const sentences: string[] = [];
  const fileIds = new Set<string>();
  const identities: ReadonlySet<string>[] = [];
  const lists = ofRole(settling.known, "services").map((list) => ({ list, kind: kindOf(list, around.place) }));
  for (const id of new Set(lists.map(({ kind }) => kind.id))) {
    const ofKind = lists.filter(({ kind }) => kind.id === id);
    const { kept, twins } = withoutTwins(ofKind.map(({ list }) => list));
    const standing: { list: List; stand: Stand; wide: boolean }[] = [];
    for (const list of kept) {
      const stand = await whereServices(list, around.wards, around.postcodes);
      standing.push({ list, stand, wide: isWide(stand) });
    }
    const hasOwn = standing.some(({ wide, stand }) => !wide && stand.inside > 0);
    for (const { list, stand, wide } of standing.toSorted((a, b) => Number(a.wide) - Number(b.wide))) {
      const { path } = list.file;
      if (stand.inside + stand.outside === 0) {
        settling.leave(path, "none of its rows has coordinates or a postcode of the place");
        continue;
      }
      if (stand.inside === 0 && !hasOwn && stand.outside > 0 && !wide) {
        settling.leave(path, "none of its services stands in the place");
        continue;
      }
      const { kind } = ofKind.find((one) => one.list === list) ?? { kind: kindFromTitle(list.draft.title) };
      const own = distinctIds(list, identities);
      const entries = entriesOf(list, kind, own, fileIds);
      const over = wide ? (hasOwn ? { neighbours: true } : { wider: true, neighbours: true }) : {};
      for (const { entry, kind: one } of entries) {
        files.push({ ...entry, ...over });
        const places = list.draft.columns.capacity !== undefined || (kinds.get(one.id)?.places ?? false);
        kinds.set(one.id, { kind: one, places });
      }
      if (wide && stand.nowhere > 0)
        sentences.push(
          `${path}: ${stand.nowhere} rows have neither coordinates nor a postcode of the place, and are left out.`,
        );
      const [first] = entries;
      for (const twin of twins.filter(({ of }) => of === list)) {
        const longer = twin.list.file.rows > list.file.rows && !wide && first && entries.length === 1;
        const why = longer
          ? `the same list as ${path}, which has coordinates: its ${twin.list.file.rows} rows are compared, and those without a place are told`
          : `the same list as ${path}, which is taken once`;
        settling.leave(twin.list.file.path, why);
        if (longer) files.push(listingOf(twin.list, first.entry.id, unusedIn(fileIds, `${first.entry.id}-list`)));
      }
    }
  }
  return { files, kinds: [...kinds.values()], sentences };
}

const isWide = ({ inside, outside, nowhere }: Stand) =>
  outside > inside || (outside === 0 && nowhere > 2 * inside && nowhere > 20);

/** The kind that a list's title names, without the words that name the place. */
function kindOf({ draft }: List, place: readonly string[]): ServiceKind {
  const known = kindNamed(draft.title);
  if (known) return known;
  const words = draft.title.split(" ").filter((word) => {
    const plain = word.toLowerCase();
    return (
      !place.includes(plain) && !/^(\d{4}|list|of|the|in|services?list|directory|final|copy|v\d+|data|all)$/.test(plain)
    );
  });
  return kindFromTitle(words.join(" ") || "services");
}

/** Lists that are the same: most names of the shorter are in the longer. */
function withoutTwins(lists: readonly List[]): { kept: List[]; twins: { list: List; of: List }[] } {
  const kept: List[] = [];
  const twins: { list: List; of: List }[] = [];
  for (const list of lists.toSorted(betterFirst)) {
    const of = kept.find((other) => isSame(list, other));
    if (of) twins.push({ list, of });
    else kept.push(list);
  }
  return { kept, twins };
}

const hasPlaces = ({ file, draft }: List) => file.geometry !== null || draft.columns.lon !== undefined;

const betterFirst = (a: List, b: List) =>
  Number(hasPlaces(b)) - Number(hasPlaces(a)) ||
  b.file.rows - a.file.rows ||
  Object.keys(b.draft.columns).length - Object.keys(a.draft.columns).length ||
  a.file.path.localeCompare(b.file.path);

function isSame(a: List, b: List): boolean {
  const [short, long] = a.file.rows <= b.file.rows ? [a, b] : [b, a];
  if (short.file.rows < 0.6 * long.file.rows) return false;
  const names = namesOf(long);
  const mine = namesOf(short);
  const shared = [...mine].filter((name) => names.has(name)).length;
  return shared >= 0.6 * Math.min(mine.size, names.size);
}

function namesOf({ file, draft }: List): Set<string> {
  const column = columnOf(file, draft.columns.name);
  return new Set([...column.values.slice(0, 400), ...column.distinct].map((name) => name.toLowerCase()));
}

/** Its columns, without the id where another list has the same ids for other services. */
function distinctIds({ file, draft }: List, identities: ReadonlySet<string>[]): ServiceColumns {
  const { id, ...others } = draft.columns;
  if (id === undefined) return draft.columns;
  const { distinct } = columnOf(file, id);
  if (identities.some((known) => [...distinct].some((one) => known.has(one)))) return others as ServiceColumns;
  identities.push(distinct);
  return draft.columns;
}

/** A list as the recipe has it; one with a column of kinds as a file a kind. */
function entriesOf(list: List, kind: ServiceKind, columns: ServiceColumns, fileIds: Set<string>) {
  const { file, draft } = list;
  const make = (id: string, serviceType: unknown, only: object, of: ServiceKind, title?: string) => {
    const entry = {
      ...entryOf(list, unusedIn(fileIds, id), null),
      ...(title ? { title } : {}),
      role: "services",
      serviceType,
      columns,
      only,
      ...(draft.openingHours ? { openingHours: draft.openingHours } : {}),
      ...(draft.crs === "EPSG:4326" ? {} : { crs: draft.crs }),
    };
    return { entry, kind: of };
  };
  if (draft.typeColumn === null) return [make(kind.id, kind.id, draft.only, kind)];
  const { typeColumn } = draft;
  return [...columnOf(file, typeColumn).distinct].toSorted().map((value) => {
    const of = kindNamed(value) ?? kindFromTitle(wordsOf(value.replaceAll("-", " ")));
    return make(
      `${slug(file.title, 20)}-${of.id}`,
      of.id,
      { ...draft.only, [typeColumn]: value },
      of,
      `${wordsOf(file.title)}: ${value}`,
    );
  });
}

const listingOf = (list: List, of: string, id: string) => {
  const { name, postcode } = list.draft.columns;
  return { ...entryOf(list, id, null), role: "listing", of, columns: { name, ...(postcode ? { postcode } : {}) } };
};
