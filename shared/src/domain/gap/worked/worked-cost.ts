import { raam } from "../../access/raam.ts";
import { travelMinutes } from "../../access/travel.ts";
import { greatCircleMetres } from "../../geo/earth.ts";
import { straightJourneys } from "../straight-journeys.ts";
import { ratio } from "../ward-sums.ts";
import { largestTerms, type Terms } from "./terms.ts";
import type { PointTold, SiteTold, WardGround } from "./ward-ground.ts";
import { mostPeople } from "./worked-access.ts";

/** What one service costs one point. */
export interface SiteCost extends SiteTold {
  /** D: people who use it. */
  readonly load: number;
  /** (D ÷ S) ÷ ρ. */
  readonly crowding: number;
  readonly minutes: number;
  /** t ÷ τ. */
  readonly journey: number;
  /** Crowding and journey. */
  readonly cost: number;
  /** Whether it costs no more than the cheapest: these are the ones that the point's people use. */
  readonly used: boolean;
}

export interface WorkedCost {
  /** Everyone and everything that is shared, the neighbours' included. */
  readonly people: number;
  readonly supply: number;
  /** ρ: people a unit of supply on average. */
  readonly rho: number;
  /** τ: the journey, in minutes, that weighs as much as average crowding. */
  readonly tau: number;
  /** One point in full, the one with most people: every service it uses, and the next cheapest. Null without points. */
  readonly example: { readonly point: PointTold; readonly sites: readonly SiteCost[] } | null;
  /** P·cost by point, over the people whose cost is known. */
  readonly points: Terms<PointTold & { readonly cost: number }>;
  /** Σ P over the same. */
  readonly known: number;
  /** Σ P·cost ÷ Σ P. */
  readonly cost: number;
}

/** Costs within this are the same: the equilibrium is found to 1e-10. */
const SAME = 1e-8;

/** The cost of the ward by the rational agent access model. */
export function workedCost(ground: WardGround): WorkedCost {
  const { rows, supply, points, sites, settings } = ground;
  const people = ground.people.middle;
  const tau = settings.minutes;
  const minutesOf = minutesBetween(ground);
  const found = raam(straightJourneys(points, sites, settings.mode), people, supply, tau);
  const everyone = people.reduce((sum, here) => sum + here, 0);
  const all = supply.reduce((sum, amount) => sum + amount, 0);
  const rho = ratio(everyone, all);
  const here = (i: number) => people[i] as number;
  const known = rows.filter((i) => !Number.isNaN(found.cost[i] as number));
  const costOf = (i: number) => (j: number) => {
    const load = found.load[j] as number;
    const crowding = load / (supply[j] as number) / rho;
    const minutes = minutesOf(i, j);
    return { load, crowding, minutes, journey: minutes / tau, cost: crowding + minutes / tau };
  };
  const shown = mostPeople(known, here);
  const terms = largestTerms(
    known,
    (i) => here(i) * (found.cost[i] as number),
    (i) => ({ ...ground.point(i), cost: found.cost[i] as number }),
  );
  const counted = known.reduce((sum, i) => sum + here(i), 0);
  return {
    people: everyone,
    supply: all,
    rho,
    tau,
    example: shown === null ? null : { point: ground.point(shown), sites: cheapest(ground, costOf(shown)) },
    points: terms,
    known: counted,
    cost: ratio(terms.total, counted),
  };
}

/** Every service that costs the least, and the next. */
function cheapest(ground: WardGround, costOf: (site: number) => Omit<SiteCost, keyof SiteTold | "used">): SiteCost[] {
  const open = Array.from(ground.supply.keys()).filter((j) => (ground.supply[j] as number) > 0);
  const all = open.map((j) => ({ ...ground.site(j), ...costOf(j) })).sort((a, b) => a.cost - b.cost);
  const least = all[0]?.cost ?? Number.NaN;
  const used = all.filter(({ cost }) => cost - least <= SAME).length;
  return all.slice(0, used + 1).map((site, at) => ({ ...site, used: at < used }));
}

function minutesBetween(ground: WardGround): (point: number, site: number) => number {
  const from = Array.from({ length: ground.points.count }, (_, i) => ground.point(i));
  const to = Array.from({ length: ground.sites.count }, (_, j) => ground.site(j));
  return (i, j) => {
    const [point, site] = [from[i] as PointTold, to[j] as SiteTold];
    return travelMinutes(greatCircleMetres(point.lon, point.lat, site.lon, site.lat), ground.settings.mode);
  };
}
