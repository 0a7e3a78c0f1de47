import type { ServiceType } from "@needs-map/shared/contract/service";
import { counted } from "../import-error.ts";
import type { ServiceKind } from "./service-kinds.ts";

/** What a place has of a kind of service, to work out the target that a question starts from. */
export interface OwnSupply {
  readonly place: string;
  /** Services inside the place. */
  readonly count: number;
  /** Their published places; null where they are counted as sites. */
  readonly places: number | null;
  /** People of the target ages. */
  readonly people: number;
  /** Of the people, in words. */
  readonly date: string;
}

const LEAST = 0.01;
const MOST = 1000;

/**
 * A type of service with the place's own average as its target: places per 100 people of the target ages, or sites per
 * 10,000. Where the place has none, or nobody of these ages, the target is 1 and says so.
 */
export function startingType(kind: ServiceKind, supply: OwnSupply): ServiceType {
  const { named: _, ...words } = kind;
  const unit = supply.places === null ? "sites" : "places";
  const { target, targetFrom } = startingTarget(words.many, supply);
  return { ...words, unit, target, targetFrom };
}

function startingTarget(many: string, { place, count, places, people, date }: OwnSupply) {
  const supply = places ?? count;
  if (supply <= 0 || people <= 0) {
    const per = places === null ? "10,000" : "100";
    return {
      target: 1,
      targetFrom: `Starting point: 1 for each ${per} people, since ${place} has none in its list to take an average from.`,
    };
  }
  const average = (supply / people) * (places === null ? 10_000 : 100);
  const has = places === null ? `${counted(count)} ${many}` : `${counted(places)} places`;
  return {
    target: Math.min(MOST, Math.max(LEAST, Math.round(average * 100) / 100)),
    targetFrom: `Starting point: the place's own average, ${has} for ${counted(Math.round(people))} people of these ages (${date}). It is not a standard.`,
  };
}
