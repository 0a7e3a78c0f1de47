import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { AGES, type PlaceArrays, type ServiceArrays } from "@needs-map/shared/domain/place-arrays";

const SPEED = { walk: 80, wheel: 67, cycle: 250, car: 400 };

/** Great-circle metres by the haversine formula, written apart from the product's. */
export function haversineMetres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

function naivePercentile(values: number[], value: number): number {
  const known = values.filter((other) => !Number.isNaN(other));
  const below = known.filter((other) => other < value).length;
  const same = known.filter((other) => other === value).length;
  return (below + (same + 1) / 2 - 0.5) / known.length;
}

interface NaivePoint {
  ward: number;
  people: number;
  everyone: number;
  target: number;
  need: number;
  minutes: number[];
}

function naivePoints(place: PlaceArrays, services: ServiceArrays, settings: GapSettings): NaivePoint[] {
  const { people, areas, indicators } = place;
  const rows = [...people.lon.keys()];
  const inCell = (cell: number) => people.cell.filter((other) => other === cell).length;
  const ofAges = (point: number, from: number, to: number) => {
    const cell = people.cell[point] ?? 0;
    return people.cellPeople.slice(cell * AGES + from, cell * AGES + to + 1).reduce((a, b) => a + b, 0) / inCell(cell);
  };
  const group = rows.map((i) => ofAges(i, settings.ageFrom, settings.ageTo));
  const all = rows.map((i) => ofAges(i, 0, AGES - 1));
  const inArea = (values: number[], area: number) =>
    rows.reduce((sum, i) => sum + (people.area[i] === area ? (values[i] ?? 0) : 0), 0);
  const age = areas.map((_, a) => (inArea(all, a) > 0 ? inArea(group, a) / inArea(all, a) : Number.NaN));
  const columns = [
    ...indicators.map(({ id, values, higherIsMoreNeed }) => ({ id, values: [...values], up: higherIsMoreNeed })),
    { id: "age", values: age, up: true },
  ];
  const need = areas.map((_, a) => {
    let above = 0;
    let below = 0;
    for (const { id, values, up } of columns) {
      const value = values[a] ?? Number.NaN;
      const weight = settings.weights[id] ?? 0;
      if (Number.isNaN(value) || weight === 0) continue;
      const rank = naivePercentile(values, value);
      above += weight * (up ? rank : 1 - rank);
      below += weight;
    }
    return below > 0 ? above / below : Number.NaN;
  });
  const perPerson = settings.target / (settings.unit === "places" ? 100 : 10_000);
  return rows.map((i) => {
    const area = people.area[i] ?? -1;
    const here = area < 0 ? Number.NaN : (need[area] ?? Number.NaN);
    return {
      ward: people.ward[i] ?? -1,
      people: group[i] ?? 0,
      everyone: all[i] ?? 0,
      need: here,
      target: perPerson * (1 + settings.uplift * (Number.isNaN(here) ? 0 : here)),
      minutes: [...services.lon.keys()].map(
        (j) =>
          (haversineMetres(people.lon[i] ?? 0, people.lat[i] ?? 0, services.lon[j] ?? 0, services.lat[j] ?? 0) * 1.3) /
          SPEED[settings.mode],
      ),
    };
  });
}

function naiveAccess(
  points: NaivePoint[],
  people: number[],
  services: ServiceArrays,
  settings: GapSettings,
  factor: number,
): number[] {
  const supply = [...services.capacity].map((s, j) => (Number.isNaN(s) ? 0 : s * (services.confidence[j] ?? 0)));
  if (settings.method === "ratio") {
    return points.map(({ ward }) => {
      if (ward < 0) return 0;
      const inside = supply.reduce((sum, s, j) => sum + (services.ward[j] === ward ? s : 0), 0);
      const group = people.reduce((sum, p, i) => sum + (points[i]?.ward === ward ? p : 0), 0);
      return group > 0 ? inside / group : 0;
    });
  }
  const fall = (t: number): number => {
    const { decay } = settings;
    const sigma = settings.minutes / 2;
    if (decay === null) return Math.exp(-(t * t) / (2 * sigma * sigma));
    if (decay.kind === "exponential") return Math.exp(-decay.beta * t);
    if (decay.kind === "gaussian") return Math.exp(-(t * t) / (2 * decay.sigma * decay.sigma));
    if (decay.kind === "step") return (decay.steps.find(([upTo]) => t <= upTo) ?? [0, 0])[1];
    throw new Error(`no naive ${decay.kind}`);
  };
  const pull = points.map(({ minutes }) => {
    const within = minutes.map((own) => {
      const t = own * factor;
      if (t > settings.minutes) return 0;
      return settings.method === "2sfca" ? 1 : fall(t);
    });
    if (settings.method !== "3sfca") return within;
    const all = within.reduce((sum, weight) => sum + weight, 0);
    return within.map((weight) => (all > 0 ? weight * (weight / all) : 0));
  });
  const rates = supply.map((s, j) => {
    const demand = points.reduce((sum, _, i) => sum + (people[i] ?? 0) * (pull[i]?.[j] ?? 0), 0);
    return demand > 0 ? s / demand : 0;
  });
  return points.map((_, i) => rates.reduce((sum, rate, j) => sum + rate * (pull[i]?.[j] ?? 0), 0));
}

/** Every figure of one ward from double loops over points and services; `ward` null is the whole place. */
export function naiveGaps(place: PlaceArrays, services: ServiceArrays, settings: GapSettings) {
  const points = naivePoints(place, services, settings);
  const inside = (ward: number | null) =>
    points.flatMap((p, i) => ((ward === null ? p.ward >= 0 : p.ward === ward) ? [i] : []));
  const sumOf = (rows: number[], value: (p: NaivePoint, i: number) => number) =>
    rows.reduce((sum, i) => sum + value(points[i] as NaivePoint, i), 0);
  const wardRows = place.wards.map((_, w) => w);
  const level = (sign: number) =>
    points.map(({ ward, people }) => {
      if (ward < 0) return people;
      const group = sumOf(inside(ward), (p) => p.people);
      return group > 0 ? people * Math.max(0, 1 + (sign * 1.96 * Math.sqrt(group)) / group) : 0;
    });
  const middle = level(0);
  const access = naiveAccess(points, middle, services, settings, 1);
  const shorts = [0.75, 1, 1.25].flatMap((factor) =>
    [-1, 0, 1].map((sign) => {
      const people = level(sign);
      const reached = naiveAccess(points, people, services, settings, factor);
      return points.map((p, i) => Math.max(0, p.target * (people[i] ?? 0) - (reached[i] ?? 0) * (people[i] ?? 0)));
    }),
  );
  const nearest = points.map(({ minutes }) => Math.min(...minutes));
  const reachAt = (rows: number[], factor: number) =>
    sumOf(rows, (p, i) => ((nearest[i] ?? 0) * factor <= settings.minutes ? p.people : 0)) /
    sumOf(rows, (p) => p.people);
  const figures = (ward: number | null) => {
    const rows = inside(ward);
    const group = sumOf(rows, (p) => p.people);
    const lacking = (p: NaivePoint, i: number) => Math.max(0, (p.target - (access[i] ?? 0)) * p.people);
    const out = (i: number) => (nearest[i] ?? Infinity) > settings.minutes;
    const ranged = shorts.map((short) => rows.reduce((sum, i) => sum + (short[i] ?? 0), 0));
    const inWard = (w: number) =>
      [...services.capacity].reduce(
        (sum, s, j) => sum + (services.ward[j] === w && !Number.isNaN(s) ? s * (services.confidence[j] ?? 0) : 0),
        0,
      );
    const supply =
      settings.method === "ratio"
        ? (ward === null ? wardRows : [ward]).reduce((sum, w) => sum + inWard(w), 0)
        : sumOf(rows, (p, i) => p.people * (access[i] ?? 0));
    const known = rows.filter((i) => !Number.isNaN(points[i]?.need));
    const over = (above: number, below: number) => (below > 0 ? above / below : Number.NaN);
    const said = settings.method !== "reach" && settings.method !== "raam";
    return {
      people: sumOf(rows, (p) => p.everyone),
      group,
      supply: said ? supply : Number.NaN,
      short: said ? sumOf(rows, lacking) : Number.NaN,
      low: said ? Math.min(...ranged) : Number.NaN,
      high: said ? Math.max(...ranged) : Number.NaN,
      shortOutOfReach: said ? sumOf(rows, (p, i) => (out(i) ? lacking(p, i) : 0)) : Number.NaN,
      shortNotEnough: said ? sumOf(rows, (p, i) => (out(i) ? 0 : lacking(p, i))) : Number.NaN,
      outOfReach: sumOf(rows, (p, i) => (out(i) ? p.people : 0)),
      reach: reachAt(rows, 1),
      reachLow: reachAt(rows, 1.25),
      reachHigh: reachAt(rows, 0.75),
      coverage: said
        ? over(
            sumOf(rows, (p, i) => Math.min(p.target, access[i] ?? 0) * p.people),
            sumOf(rows, (p) => p.target * p.people),
          )
        : Number.NaN,
      access: said ? over(supply, group) : Number.NaN,
      cost: Number.NaN,
      nearestMinutes:
        services.lon.length > 0
          ? over(
              sumOf(rows, (p, i) => p.people * (nearest[i] ?? 0)),
              group,
            )
          : Number.NaN,
      need: over(
        known.reduce((sum, i) => sum + (points[i]?.people ?? 0) * (points[i]?.need ?? 0), 0),
        known.reduce((sum, i) => sum + (points[i]?.people ?? 0), 0),
      ),
    };
  };
  return { wards: wardRows.map(figures), total: figures(null) };
}
