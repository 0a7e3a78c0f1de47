import { distance, type Point, settle, toDegrees } from "./ground.ts";
import type { Land } from "./land.ts";
import { stations } from "./lines.ts";
import type { Postcode } from "./postcodes.ts";
import { type Chance, chance } from "./random.ts";
import { ROADS } from "./roads.ts";
import { countIn, type Runner, SERVICE_PLANS } from "./service-plan.ts";
import { YOUTH_CLUBS } from "./youth-clubs.ts";

/** A row of the directory, as it is written. */
interface ServiceRow extends Runner {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly lon: number;
  readonly lat: number;
  readonly capacity: number | null;
  readonly checked: boolean;
  readonly checkedOn: string | null;
  readonly times: string;
  readonly cost: string;
  readonly phone: string;
  readonly website: string;
}

interface Draft extends Runner {
  readonly type: string;
  readonly ward: number;
  readonly name: string;
  readonly at: Postcode;
  readonly capacity: number | null;
  readonly checked: boolean;
  readonly times: string;
  readonly cost: string;
}

const day = (draw: Chance, year: number, from: number, to: number) =>
  `${year}-${String(draw.whole(from, to)).padStart(2, "0")}-${String(draw.whole(1, 28)).padStart(2, "0")}`;

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** Where the shops of each ward stand: the stretch of main road nearest to the middle of its people. */
function highStreets(land: Land): Point[] {
  return land.wards.map((_, ward) => {
    const own = land.areas.filter((area) => area.ward === ward);
    const people = own.reduce((sum, area) => sum + area.people, 0);
    const middle: Point = [
      own.reduce((sum, area) => sum + area.people * area.middle[0], 0) / people,
      own.reduce((sum, area) => sum + area.people * area.middle[1], 0) / people,
    ];
    const along = ROADS.flatMap(({ line }) => stations(line, 40).map(({ point }) => point));
    return along.reduce((best, point) => (distance(point, middle) < distance(best, middle) ? point : best));
  });
}

/** The directory of services: each at a postcode near the shops of its ward, no two at one postcode. */
export function openServices(land: Land, postcodes: readonly Postcode[], seed: string): ServiceRow[] {
  const shops = highStreets(land);
  const used = new Set<Postcode>();
  const at = (ward: number, near: Point): Postcode => {
    const free = postcodes.filter((one) => one.ward === ward && !used.has(one));
    const chosen = free.reduce((best, one) => (distance(one.point, near) < distance(best.point, near) ? one : best));
    used.add(chosen);
    return chosen;
  };
  const drafts = [...youthClubs(), ...others()];
  const draw = chance(seed, "directory");
  const count = new Map<string, number>();
  return drafts.map((draft, row): ServiceRow => {
    const number = (count.get(draft.type) ?? 0) + 1;
    count.set(draft.type, number);
    const [lon, lat] = toDegrees(settle(draft.at.point));
    return {
      id: `${draft.type}-${String(number).padStart(2, "0")}`,
      type: draft.type,
      name: draft.name,
      organisation: draft.organisation,
      form: draft.form,
      address: `${draw.whole(1, 148)} ${draft.at.street}`,
      postcode: draft.at.postcode,
      lon,
      lat,
      capacity: draft.capacity,
      checked: draft.checked,
      checkedOn: draft.checked ? day(draw, 2026, 4, 9) : draw.next() < 0.7 ? day(draw, 2024, 3, 12) : null,
      times: draft.times,
      cost: draft.cost,
      phone: `01632 960${String(100 + row * 3).padStart(3, "0")}`,
      website: `https://${slug(draft.organisation)}.example/${slug(draft.name)}`,
    };
  });

  function youthClubs(): Draft[] {
    return YOUTH_CLUBS.map(({ ward: name, ...club }) => {
      const ward = land.wards.findIndex(({ plan }) => plan.name === name);
      return { type: "youth-clubs", ward, at: at(ward, shops[ward] ?? [0, 0]), ...club };
    });
  }

  function others(): Draft[] {
    return SERVICE_PLANS.flatMap((plan) => {
      const draw = chance(seed, `services of ${plan.type}`);
      const open = land.wards.flatMap(({ plan: { name } }, ward) =>
        Array.from({ length: countIn(name, plan.type) }, (_, turn): Draft => {
          const [x, y] = shops[ward] ?? [0, 0];
          const spread = turn === 0 ? 120 : 380;
          const place = at(ward, [x + spread * draw.normal(), y + spread * draw.normal()]);
          const pattern =
            turn === 0 ? plan.names[0] : (plan.names[1 + ((turn - 1) % (plan.names.length - 1))] ?? plan.names[0]);
          return {
            type: plan.type,
            ward,
            name: pattern.replace("{ward}", name).replace("{street}", place.street),
            ...draw.pick(plan.runners),
            at: place,
            capacity: plan.capacity && draw.whole(Math.ceil(plan.capacity[0] / 2), plan.capacity[1] / 2) * 2,
            checked: draw.next() < 0.88,
            times: draw.pick(plan.times),
            cost: plan.cost,
          };
        }),
      );
      const silent = plan.capacity && plan.type !== "job-clubs" ? draw.whole(0, open.length - 1) : -1;
      return open.map((service, row) => (row === silent ? { ...service, capacity: null } : service));
    });
  }
}
