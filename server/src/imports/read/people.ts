import type { PeopleFile } from "@needs-map/shared/contract/recipe";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import type { z } from "zod";
import type { LocalFile } from "../files/local-file.ts";
import { readTable } from "../formats/table.ts";
import { few, ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { agesReader, type WrongCount } from "./ages.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Measured } from "./measured.ts";

export interface PeopleRead extends Measured {
  /** Row-major `units × AGES`, in persons. */
  readonly people: Float64Array;
}

/**
 * Reads people by age for every unit of the boundaries; rows of other places are passed over. Nothing here may be
 * missing, since people who are left out would look like people who need nothing.
 *
 * @throws ImportError on a unit without a row or with two, and on a figure that is not a number of people
 */
export async function readPeople(
  file: z.infer<typeof PeopleFile>,
  local: LocalFile,
  boundaries: Boundaries,
  onProgress: OnProgress,
): Promise<PeopleRead> {
  const { code } = file.columns;
  const ages = agesReader(file.ages);
  const people = new Float64Array(boundaries.units.length * AGES);
  const seen = boundaries.units.map(() => new Set<string>());
  const others = new Set<string>();
  const wrongs: string[] = [];

  const read = await readTable(
    file,
    local,
    [code, ...ages.columns],
    (cell, row) => {
      const unit = boundaries.rowOf.get(cell(code));
      const parts = seen[unit ?? -1];
      if (unit === undefined || !parts) return void others.add(cell(code));
      const part = ages.part(cell);
      if (part === null) return;
      if (parts.has(part)) throw new ImportError(`${file.path}, row ${row}: ${cell(code)} comes twice. ${oneSex}`);
      parts.add(part);
      const wrong = ages.add(cell, people, unit * AGES);
      if (wrong) wrongs.push(notPeople(file.path, row, wrong));
    },
    onProgress,
  );
  const [fault] = read.faults;
  if (fault) throw new ImportError(`${file.path}, row ${fault.row}: ${fault.reason}.`);
  if (wrongs.length > 0) {
    const told = wrongs.slice(0, MOST_TOLD);
    if (wrongs.length > told.length) told.push(`And ${wrongs.length - told.length} more rows.`);
    throw new ImportError(told.join("\n"));
  }
  const absent = boundaries.units.filter((_, unit) => (seen[unit]?.size ?? 0) < ages.parts).map((unit) => unit.code);
  if (absent.length > 0) throw new ImportError(`${file.path} ${without(absent, boundaries.units.length, [...others])}`);
  return { ...read, people, matched: boundaries.units.map((_, unit) => unit) };
}

const oneSex =
  'If the file has persons, men and women, let the recipe take the persons alone ("only"), or people would be counted twice; if it has men and women alone, add them up first; otherwise take one of the rows out.';

/** So many wrong rows are told at once. */
const MOST_TOLD = 20;

export const notPeople = (path: string, row: number, { column, text }: WrongCount) =>
  `${path}, row ${row}, column "${column}": "${text}" is not a number of people.`;

function without(absent: readonly string[], units: number, others: readonly string[]): string {
  const lacking = `has no people for ${absent.length} of the ${units} areas of the boundaries: ${few(absent)}.`;
  const another = `Its codes (${few(others)}) are of another place or another year.`;
  return absent.length === units && others.length > 0 ? `${lacking} ${another}` : lacking;
}
