import type { AgesLayout } from "@needs-map/shared/contract/recipe";
import { AGES } from "@needs-map/shared/domain/place-arrays";
import { readNumber } from "../formats/number.ts";
import type { Cell } from "../formats/table.ts";

/** A figure that cannot be a number of people, and the column that holds it. */
export interface WrongCount {
  readonly column: string;
  readonly text: string;
}

/** How the people of a row are read: which columns are needed, and what is added to the 91 ages of its unit. */
export interface AgesReader {
  readonly columns: readonly string[];
  /** Names the part of the unit that a row holds: everything, or one age band; null for a row to pass over. */
  part(cell: Cell): string | null;
  /** Adds the row's people to the ages, in persons, from the offset on; or says what is wrong. */
  add(cell: Cell, into: Float64Array, offset: number): WrongCount | null;
  /** The parts that a unit must have. */
  readonly parts: number;
}

/** A band's people are shared over its years in proportion to years, each year alike; 90 and over is one. */
export function agesReader(layout: AgesLayout): AgesReader {
  if (layout.as === "rows") {
    const { band, value, bands } = layout;
    return {
      columns: [band, value],
      parts: Object.keys(bands).length,
      part: (cell) => (Object.hasOwn(bands, cell(band)) ? cell(band) : null),
      add: (cell, into, offset) => addBand(cell, value, bands[cell(band)] ?? [0, AGES - 1], into, offset),
    };
  }
  const bands =
    layout.as === "bands"
      ? layout.bands.map(({ column, ages }) => ({ column, ages }))
      : Array.from({ length: AGES }, (_, age) => ({
          column: age < AGES - 1 ? `${layout.prefix}${age}` : layout.oldest,
          ages: [age, age] as [number, number],
        }));
  return {
    columns: bands.map(({ column }) => column),
    parts: 1,
    part: () => "",
    add: (cell, into, offset) => {
      for (const { column, ages } of bands) {
        const wrong = addBand(cell, column, ages, into, offset);
        if (wrong) return wrong;
      }
      return null;
    },
  };
}

function addBand(
  cell: Cell,
  column: string,
  [from, to]: readonly [number, number],
  into: Float64Array,
  offset: number,
): WrongCount | null {
  const count = readNumber(cell(column));
  if (count === null || count < 0) return { column, text: cell(column) };
  const each = count / (to - from + 1);
  for (let age = from; age <= to; age++) into[offset + age] = (into[offset + age] ?? 0) + each;
  return null;
}

/** The bands that people are known by, oldest last; null where every single year is. */
export function ageBands(layout: AgesLayout): (readonly [number, number])[] | null {
  if (layout.as === "years") return null;
  const bands = layout.as === "bands" ? layout.bands.map(({ ages }) => ages) : Object.values(layout.bands);
  return bands.every(([from, to]) => from === to) ? null : [...bands].sort(([a], [b]) => a - b);
}
