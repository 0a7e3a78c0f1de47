import { inGreenOrWater } from "./green.ts";
import { distance, type Line, type Point, settle } from "./ground.ts";
import type { Land } from "./land.ts";
import { distanceToPiece, PieceGrid, stations } from "./lines.ts";
import type { Chance } from "./random.ts";
import { builtUp, MARKET_SQUARE } from "./settlements.ts";
import { RIVER } from "./waters.ts";

export interface NamedLine {
  readonly name: string;
  readonly line: Line;
}

export interface Postcode {
  readonly postcode: string;
  /** Rows of its ward and small area. */
  readonly ward: number;
  readonly area: number;
  readonly point: Point;
  readonly street: string;
}

const PEOPLE_A_POSTCODE = 53;

/** Metres from the middle of the river within which nobody lives. */
const BANK = 45;

const LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

interface Door {
  readonly street: string;
  readonly point: Point;
}

const river = new PieceGrid<string>();
river.add(RIVER, "river");

function dry(point: Point): boolean {
  for (const { a, b } of river.near(point, point, BANK)) if (distanceToPiece(point, a, b) <= BANK) return false;
  return !inGreenOrWater(point);
}

/** Stretches of street in each small area, a door every 12 m on either side in turn. */
function doors(land: Land, streets: readonly NamedLine[]): Door[][] {
  const of: Door[][] = land.areas.map(() => []);
  for (const { name, line } of streets) {
    stations(line, 12).forEach(({ point: [x, y], along: [dx, dy] }, index) => {
      const side = index % 2 === 0 ? 13 : -13;
      const point = settle([x - dy * side, y + dx * side]);
      const area = land.areaAt(point);
      if (area < 0 || !dry(point)) return;
      if (!builtUp(point) && index % 8 !== 0) return;
      of[area]?.push({ street: name, point });
    });
  }
  return of;
}

/** Postcode districts by ward: 1 in the middle of the borough, the last at its far edge. */
function districtsOf(land: Land): number[] {
  const order = [...land.wards.keys()].sort((a, b) => away(land, a) - away(land, b));
  return land.wards.map((_, ward) => order.indexOf(ward) + 1);
}

const away = (land: Land, ward: number): number => distance(land.wards[ward]?.plan.seed ?? [0, 0], MARKET_SQUARE);

/** Postcodes: evenly along the streets of each small area, as many as its people need (about 23 households each). */
export function placePostcodes(land: Land, streets: readonly NamedLine[], chance: Chance): Postcode[] {
  const counters = new Map<string, number>();
  const districts = districtsOf(land);
  const rowInWard = land.areas.map(
    (area, row) => land.areas.slice(0, row).filter((other) => other.ward === area.ward).length,
  );
  return doors(land, streets).flatMap((all, area) => {
    const { ward, people } = land.areas[area] as Land["areas"][number];
    const count = Math.round(people / PEOPLE_A_POSTCODE);
    if (all.length < count) throw new Error(`${land.areas[area]?.name} has too few doors`);
    const start = chance.next();
    return Array.from({ length: count }, (_, index): Postcode => {
      const door = all[Math.floor(((index + start) * all.length) / count)] as Door;
      const sector = `WM${districts[ward]} ${((rowInWard[area] ?? 0) % 9) + 1}`;
      const unit = counters.get(sector) ?? 0;
      counters.set(sector, unit + 1);
      const letters = `${LETTERS[Math.floor(unit / LETTERS.length)]}${LETTERS[unit % LETTERS.length]}`;
      return { postcode: `${sector}${letters}`, ward, area, point: door.point, street: door.street };
    });
  });
}
