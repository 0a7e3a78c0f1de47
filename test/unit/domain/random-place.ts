import { LEGAL_FORMS } from "@needs-map/shared/domain/legal-forms";
import { AGES, type PlaceArrays, type ServiceArrays } from "@needs-map/shared/domain/place-arrays";
import { seeded } from "./seeded.ts";

export interface RandomOptions {
  readonly points: number;
  readonly services: number;
  readonly wards?: number;
  readonly areas?: number;
}

/** A place some 8 km across with neighbours' points, empty cells, missing indicators and missing capacities. */
export function randomPlace(seed: number, { points, services, wards = 5, areas = 12 }: RandomOptions) {
  const random = seeded(seed);
  const whole = (end: number) => Math.floor(random() * end);
  const lon = () => -2.4 + random() * 0.12;
  const lat = () => 53.36 + random() * 0.072;
  const cells = areas + 1;
  const cellPeople = new Float64Array(cells * AGES);
  for (let cell = 0; cell < cells; cell++) {
    const empty = random() < 0.15;
    for (let age = 0; age < AGES; age++) cellPeople[cell * AGES + age] = empty ? 0 : random() * 20;
  }
  const cell = Int32Array.from({ length: points }, (_, i) => (i < cells ? i : whole(cells)));
  const place: PlaceArrays = {
    wards: Array.from({ length: wards }, (_, w) => `W${w}`),
    areas: Array.from({ length: areas }, (_, a) => `A${a}`),
    people: {
      lon: Float64Array.from({ length: points }, lon),
      lat: Float64Array.from({ length: points }, lat),
      ward: cell.map((c) => (c === areas ? -1 : c % wards)),
      area: cell.map((c) => (c === areas ? -1 : c)),
      cell,
      cellPeople,
    },
    indicators: ["imd", "crowding"].map((id, k) => ({
      id,
      values: Float64Array.from({ length: areas }, () => (random() < 0.3 ? Number.NaN : whole(8))),
      higherIsMoreNeed: k === 0,
    })),
  };
  const sites: ServiceArrays = {
    lon: Float64Array.from({ length: services }, lon),
    lat: Float64Array.from({ length: services }, lat),
    capacity: Float64Array.from({ length: services }, () => (random() < 0.15 ? Number.NaN : 5 + whole(60))),
    confidence: Float64Array.from({ length: services }, () => (random() < 0.3 ? 0.5 : 1)),
    ward: Int32Array.from({ length: services }, () => whole(wards + 1) - 1),
    form: Int32Array.from({ length: services }, (_, j) => (j % (LEGAL_FORMS.length + 1)) - 1),
    neighboursKnown: true,
  };
  return { place, services: sites };
}
