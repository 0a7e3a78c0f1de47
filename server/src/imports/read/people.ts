import type { PeopleFile } from "@needs-map/shared/contract/recipe";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import type { z } from "zod";
import { readCsv } from "../formats/csv-table.ts";
import { ImportError } from "../import-error.ts";
import type { Boundaries } from "./boundaries.ts";
import { readNumber } from "../formats/number.ts";

/**
 * Reads people by single year of age for every unit of the boundaries; rows of other places are passed over.
 * Nothing here may be missing, since people who are left out would look like people who need nothing.
 *
 * @returns row-major `units × AGES`, in persons
 * @throws ImportError on a unit without a row or with two, and on a figure that is not a number of people
 */
export function readPeople(file: z.infer<typeof PeopleFile>, bytes: Buffer, boundaries: Boundaries): Float64Array {
  const { code, oldest } = file.columns;
  const ages = Array.from({ length: AGES }, (_, age) => (age < AGES - 1 ? String(age) : oldest));
  const only = Object.entries(file.only);
  const people = new Float64Array(boundaries.units.length * AGES);
  const seen = new Uint8Array(boundaries.units.length);

  const columns = [code, ...only.map(([column]) => column), ...ages];
  const faults = readCsv(file, bytes, columns, (cell, row) => {
    const unit = boundaries.rowOf.get(cell(code));
    if (unit === undefined || only.some(([column, value]) => cell(column) !== value)) return;
    if (seen[unit]) throw new ImportError(`${file.path}, row ${row}: ${cell(code)} comes twice. ${oneSex}`);
    seen[unit] = 1;
    ages.forEach((column, age) => {
      const count = readNumber(cell(column));
      if (count === null || count < 0)
        throw new ImportError(
          `${file.path}, row ${row}, column "${column}": "${cell(column)}" is not a number of people.`,
        );
      people[unit * AGES + age] = count;
    });
  });
  const [fault] = faults;
  if (fault) throw new ImportError(`${file.path}, row ${fault.row}: ${fault.reason}.`);
  const absent = boundaries.units.filter((_, unit) => !seen[unit]).map((unit) => unit.code);
  if (absent.length > 0)
    throw new ImportError(`${file.path} has no people for ${absent.length} areas of the boundaries: ${few(absent)}.`);
  return people;
}

const oneSex = "A file of persons, men and women needs a recipe that names one of them.";

/** The first codes of a list, and how many more there are. */
const few = (codes: readonly string[]) =>
  codes.length > 5 ? `${codes.slice(0, 5).join(", ")} and ${codes.length - 5} more` : codes.join(", ");
