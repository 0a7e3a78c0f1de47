import { metresWithin } from "../access/travel.ts";
import type { PeopleArrays, PlaceArrays, ServiceArrays } from "../place-arrays.ts";
import { keepServices } from "./providers.ts";
import type { TravelMode } from "./settings.ts";

/**
 * People and services over the border take part both or neither: neighbours' services without neighbours' people
 * would make the wards at the edge look over-served, and people without services under-served.
 *
 * @returns the arrays as they are where the services over the border are listed, else those inside the place alone
 */
export function insideBorder(place: PlaceArrays, services: ServiceArrays): [PlaceArrays, ServiceArrays] {
  if (services.neighboursKnown) return [place, services];
  return [
    { ...place, people: peopleInside(place.people) },
    keepServices(services, (row) => (services.ward[row] as number) >= 0),
  ];
}

function peopleInside(people: PeopleArrays): PeopleArrays {
  const inside = rowsInside(people.ward);
  if (inside.length === people.ward.length) return people;
  return {
    lon: inside.map((row) => people.lon[row] as number),
    lat: inside.map((row) => people.lat[row] as number),
    ward: whole(inside, people.ward),
    area: whole(inside, people.area),
    cell: whole(inside, people.cell),
    cellPeople: people.cellPeople,
  };
}

/** Positions of the rows that stand in a ward of the place. */
function rowsInside(ward: Int32Array): Float64Array {
  return Float64Array.from(Array.from(ward.keys()).filter((row) => (ward[row] as number) >= 0));
}

const whole = (rows: Float64Array, values: Int32Array) => Int32Array.from(rows, (row) => values[row] as number);

/** Whether services over the border could be used from a ward: they lie within the longest journey. */
export const isNearBorder = (borderMetres: number, mode: TravelMode, minutes: number): boolean =>
  borderMetres <= metresWithin(minutes, mode);
