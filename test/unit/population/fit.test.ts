import { AGES } from "@needs-map/shared/domain/place-arrays";
import { type Cells, fitPeople, sharePeople } from "@needs-map/shared/domain/population/fit";
import { describe, expect, test } from "vitest";

const row = (everyAge: number) => new Array<number>(AGES).fill(everyAge);
const table = (...rows: number[][]) => Float64Array.from(rows.flat());
const everyone = (people: Float64Array, cells: number[]) =>
  cells.reduce((sum, cell) => sum + people.slice(cell * AGES, (cell + 1) * AGES).reduce((a, b) => a + b, 0), 0);

/** A town of 12 small areas in 4 wards whose published figures come from a known sharing. */
function town(seed: number) {
  let state = seed;
  const chance = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const area: number[] = [];
  const ward: number[] = [];
  for (let code = 0; code < 12; code++) {
    area.push(code);
    ward.push(Math.floor(code / 3));
    if (chance() < 0.6) {
      area.push(code);
      ward.push((Math.floor(code / 3) + 1) % 4);
    }
  }
  const cells: Cells = {
    area: Int32Array.from(area),
    ward: Int32Array.from(ward),
    points: Float64Array.from(area, () => 1 + Math.floor(chance() * 60)),
  };
  const areaPeople = new Float64Array(12 * AGES);
  const wardPeople = new Float64Array(4 * AGES);
  for (let cell = 0; cell < area.length; cell++)
    for (let age = 0; age < AGES; age++) {
      const people = Math.floor((cells.points[cell] ?? 0) * chance());
      const inArea = (area[cell] ?? 0) * AGES + age;
      const inWard = (ward[cell] ?? 0) * AGES + age;
      areaPeople[inArea] = (areaPeople[inArea] ?? 0) + people;
      wardPeople[inWard] = (wardPeople[inWard] ?? 0) + people;
    }
  return { cells, areaPeople, wardPeople };
}

/** The same method, one year of age after another, with lists of lists. */
function plainFit({ cells, areaPeople, wardPeople }: ReturnType<typeof town>, rounds: number) {
  const people = Array.from(cells.points, (count) => row(count));
  for (let round = 0; round < rounds; round++)
    for (const [of, target] of [
      [cells.area, areaPeople],
      [cells.ward, wardPeople],
    ] as const)
      for (let age = 0; age < AGES; age++)
        for (const unit of new Set(of)) {
          const members = Array.from(of.keys()).filter((cell) => of[cell] === unit);
          const now = members.reduce((sum, cell) => sum + (people[cell]?.[age] ?? 0), 0);
          const points = members.reduce((sum, cell) => sum + (cells.points[cell] ?? 0), 0);
          const wanted = target[unit * AGES + age] ?? 0;
          for (const cell of members) {
            const ages = people[cell] ?? [];
            ages[age] = now > 0 ? ((ages[age] ?? 0) * wanted) / now : (wanted * (cells.points[cell] ?? 0)) / points;
          }
        }
  return people.flat();
}

describe("fitting people to small areas and wards", () => {
  test("a small area in one ward keeps all of its people there", () => {
    const cells = { area: Int32Array.of(0, 1), ward: Int32Array.of(0, 1), points: Float64Array.of(3, 9) };
    const fit = fitPeople(cells, table(row(2), row(5)), table(row(2), row(5)));
    expect(fit.people).toEqual(table(row(2), row(5)));
    expect(fit).toMatchObject({ rounds: 1, remaining: 0 });
  });

  test("a split small area is shared so that both of its wards come to their published totals", () => {
    const cells = { area: Int32Array.of(0, 0, 1), ward: Int32Array.of(0, 1, 1), points: Float64Array.of(10, 30, 20) };
    const fit = fitPeople(cells, table(row(8), row(4)), table(row(6), row(6)));
    expect(everyone(fit.people, [0])).toBeCloseTo(6 * AGES, 8);
    expect(everyone(fit.people, [1, 2])).toBeCloseTo(6 * AGES, 8);
    expect(Math.abs(everyone(fit.people, [0, 1]) - 8 * AGES)).toBeLessThanOrEqual(1);
  });

  test.each([1, 7, 42])("agrees with a plain version on seeded town %i", (seed) => {
    const place = town(seed);
    const fit = fitPeople(place.cells, place.areaPeople, place.wardPeople);
    expect(fit.remaining).toBeLessThanOrEqual(1);
    plainFit(place, fit.rounds).forEach((people, at) => {
      expect(fit.people[at]).toBeCloseTo(people, 9);
    });
  });

  test.each([1, 7, 42])("ward totals are exact at every single year on seeded town %i", (seed) => {
    const place = town(seed);
    const { people } = fitPeople(place.cells, place.areaPeople, place.wardPeople);
    const sums = new Float64Array(place.wardPeople.length);
    people.forEach((count, at) => {
      const to = (place.cells.ward[Math.floor(at / AGES)] ?? 0) * AGES + (at % AGES);
      sums[to] = (sums[to] ?? 0) + count;
    });
    sums.forEach((sum, at) => {
      expect(sum).toBeCloseTo(place.wardPeople[at] ?? 0, 8);
    });
  });

  test("figures that contradict each other stop after the given rounds and name the error that remains", () => {
    const cells = { area: Int32Array.of(0, 1), ward: Int32Array.of(0, 1), points: Float64Array.of(1, 1) };
    const fit = fitPeople(cells, table(row(2), row(5)), table(row(4), row(3)), 25);
    expect(fit.rounds).toBe(25);
    expect(fit.remaining).toBeCloseTo(2 * AGES, 8);
    expect(everyone(fit.people, [0])).toBeCloseTo(4 * AGES, 8);
  });

  test("an age that the small areas lack and the ward has is shared by postcodes, so that the ward is met", () => {
    const none = row(1);
    none[37] = 0;
    const cells = { area: Int32Array.of(0, 1), ward: Int32Array.of(0, 0), points: Float64Array.of(1, 3) };
    const { people } = fitPeople(cells, table(none, none), table(row(2)));
    expect(people[37]).toBeCloseTo(0.5, 10);
    expect(people[AGES + 37]).toBeCloseTo(1.5, 10);
  });

  test("without ward totals a small area is shared equally among its postcodes", () => {
    const cells = { area: Int32Array.of(0, 0), ward: Int32Array.of(0, 1), points: Float64Array.of(1, 3) };
    const people = sharePeople(cells, table(row(8)));
    expect(people).toEqual(table(row(2), row(6)));
  });
});
