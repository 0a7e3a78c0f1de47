import { bell, clamp, ramp } from "./arithmetic.ts";
import type { Land } from "./land.ts";
import { type Chance, chance } from "./random.ts";
import { centrality } from "./settlements.ts";
import type { WardPlan } from "./ward-plan.ts";

const AGES = 91;

/** People of each age in a country as a whole, by single year, before any place is more of one kind than another. */
const ordinary = (age: number): number => {
  const fading = age < 62 ? 1 : 1 - ramp(age, 62, 97) * 0.97;
  const oldest = age === 90 ? 2.6 : 1;
  return fading * oldest * (1 + 0.12 * bell(age - 34, 9) + 0.1 * bell(age - 56, 6) - 0.1 * bell(age - 2, 4));
};

/** How many people of each age a ward's kind of households brings, relative to each other. */
function ageShape(plan: Pick<WardPlan, "families" | "students" | "youngAdults" | "older">): Float64Array {
  return Float64Array.from({ length: AGES }, (_, age) => {
    const children = 1 + (plan.families - 1) * (age <= 17 ? 0.72 : 0.45 * bell(age - 38, 7));
    const students = 1 + 2.1 * plan.students * bell(age - 20.5, 1.6);
    const young = 1 + (plan.youngAdults - 1) * 0.85 * bell(age - 28, 6);
    const old = 1 + (plan.older - 1) * ramp(age, 50, 72);
    return ordinary(age) * children * students * young * Math.max(0.1, old);
  });
}

/**
 * People of every small area by single year of age (90 stands for 90 and over): each person's age is drawn from the
 * shape of the ward's households, bent by where in the ward the area lies.
 *
 * @returns row-major `areas × 91`
 */
export function settlePeople(land: Land, seed: string): Uint32Array {
  const people = new Uint32Array(land.areas.length * AGES);
  land.areas.forEach((area, row) => {
    const draw: Chance = chance(seed, `people of ${area.name}`);
    const plan = land.wards[area.ward]?.plan as WardPlan;
    const inner = centrality(area.middle);
    const bent = {
      families: clamp(plan.families + 0.12 * draw.normal(), 0.25, 2.2),
      students: Math.max(0.02, plan.students * (0.5 + 0.9 * draw.next() + 0.4 * ramp(inner, 0.75, 0.95))),
      youngAdults: Math.max(0.3, plan.youngAdults + 0.15 * draw.normal()),
      older: clamp(plan.older + 0.2 * draw.normal(), 0.3, 2.4),
    };
    const shape = ageShape(bent);
    const sums = new Float64Array(AGES);
    shape.forEach((weight, age) => {
      sums[age] = (sums[age - 1] ?? 0) + weight;
    });
    const total = sums[AGES - 1] ?? 1;
    for (let person = 0; person < area.people; person++) {
      const at = draw.next() * total;
      let age = 0;
      while (age < AGES - 1 && (sums[age] ?? 0) < at) age++;
      people[row * AGES + age] = (people[row * AGES + age] ?? 0) + 1;
    }
  });
  return people;
}

/** People of an area between two ages, both included. */
export function peopleBetween(people: Uint32Array, area: number, from: number, to: number): number {
  let sum = 0;
  for (let age = from; age <= to; age++) sum += people[area * AGES + age] ?? 0;
  return sum;
}

/** Sum the rows of small areas into wards. */
export function peopleOfWards(land: Land, people: Uint32Array): Uint32Array {
  const sums = new Uint32Array(land.wards.length * AGES);
  land.areas.forEach(({ ward }, row) => {
    for (let age = 0; age < AGES; age++)
      sums[ward * AGES + age] = (sums[ward * AGES + age] ?? 0) + (people[row * AGES + age] ?? 0);
  });
  return sums;
}
