import { entryOf } from "./recipe-files.ts";
import { ofRole, type Recognised } from "./recognised.ts";
import { type ChosenAreas, columnOf, shareIn } from "./settle-areas.ts";
import type { Settling } from "./settling.ts";

type People = Recognised<"people">;

export interface SettledPeople {
  readonly files: object[];
  /** Date of the people inside the place; null when there are none. */
  readonly date: string | null;
  readonly neighbours: boolean;
  readonly wards: boolean;
}

/**
 * Which files of people are used: the newest that has every small area, with the ward totals of the same date; else
 * people at points. What is older or of other areas may still stand for people over the border, where its points are
 * known.
 */
export function settlePeople(settling: Settling, wards: ChosenAreas, areas: ChosenAreas): SettledPeople {
  const { known, leave } = settling;
  const all = ofRole(known, "people").toSorted(newestFirst);
  const codesOf = ({ file, draft }: People) => columnOf(file, draft.code).distinct;
  const ofAreas = all.filter((people) => shareIn(areas.codes, codesOf(people)) === 1);
  const ofWards = all.filter((people) => shareIn(wards.codes, codesOf(people)) === 1 && !ofAreas.includes(people));
  const byArea = ofAreas[0];
  const byWard = byArea ? ofWards.find(({ draft }) => draft.date === byArea.draft.date) : undefined;
  const files: object[] = [];
  if (byArea) files.push(peopleFile(byArea, "people-small-areas", "people-small-areas"));
  if (byWard) files.push(peopleFile(byWard, "people-wards", "people-wards"));

  const points = ofRole(known, "points");
  let inside = byArea !== undefined;
  let neighbours = false;
  const pointed: People[] = [];
  for (const people of all) {
    if (people === byArea || people === byWard || ofWards.includes(people) || (inside && neighbours)) continue;
    const at = points.find(({ file, draft }) => shareIn(codesOf(people), columnOf(file, draft.code).distinct) > 0.95);
    const around = codesOf(people).size > 1.5 * areas.codes.size;
    if (!at || (inside && !around)) continue;
    pointed.push(people);
    for (const over of [...(inside ? [] : [false]), ...(around && !neighbours ? [true] : [])]) {
      const id = over ? "people-neighbours" : "people-points";
      files.push(pointsFile(at, `${id}-at`), {
        ...peopleFile(people, id, "people-points"),
        points: `${id}-at`,
        neighbours: over,
      });
    }
    inside = true;
    neighbours ||= around;
  }
  for (const at of points) if (pointed.length === 0) leave(at.file.path, "no file of people needs its points");
  for (const people of all) {
    if (people === byArea || people === byWard || pointed.includes(people)) continue;
    leave(people.file.path, whyNot(people, byArea, ofAreas, ofWards, shareIn(areas.codes, codesOf(people))));
  }
  return { files, date: byArea?.draft.date ?? pointed[0]?.draft.date ?? null, neighbours, wards: byWard !== undefined };
}

function whyNot(
  people: People,
  byArea: People | undefined,
  ofAreas: People[],
  ofWards: People[],
  share: number,
): string {
  const { date } = people.draft;
  if (ofAreas.includes(people))
    return `people of ${date}: those of ${byArea?.draft.date} (${byArea?.file.path}) are taken`;
  if (ofWards.includes(people))
    return byArea
      ? `ward totals of ${date}, while people by small area are of ${byArea.draft.date}`
      : "people by ward alone do not say where in a ward they live: people by small area are needed";
  if (share > 0) return `it has people for ${Math.round(share * 100)}% of the small areas alone`;
  return "its codes are of other areas, or of another year, than the boundaries";
}

/** The later date first; of one date the finer ages, then the file with fewer rows. */
const newestFirst = (a: People, b: People) =>
  yearOfDate(b.draft.date) - yearOfDate(a.draft.date) ||
  b.draft.date.localeCompare(a.draft.date) ||
  Number(b.draft.ages.as === "years") - Number(a.draft.ages.as === "years") ||
  a.file.rows - b.file.rows;

const yearOfDate = (date: string) => Number(/\d{4}/.exec(date)?.[0] ?? 0);

const peopleFile = (people: People, id: string, role: string) => ({
  ...entryOf(people, id, people.draft.date),
  role,
  columns: { code: people.draft.code },
  only: people.draft.only,
  ages: people.draft.ages,
  date: people.draft.date,
});

const pointsFile = (points: Recognised<"points">, id: string) => ({
  ...entryOf(points, id, null),
  role: "points",
  columns: { code: points.draft.code, lon: points.draft.lon, lat: points.draft.lat },
  ...(points.draft.crs === "EPSG:4326" ? {} : { crs: points.draft.crs }),
});
