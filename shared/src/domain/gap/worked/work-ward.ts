import type { PlaceArrays, ServiceArrays } from "../../place-arrays.ts";
import { checkSettings } from "../check-settings.ts";
import { AGE_INDICATOR, type GapSettings, hasShortfall } from "../settings.ts";
import { wardGround } from "./ward-ground.ts";
import { type WorkedAccess, workedAccess } from "./worked-access.ts";
import { catchmentsOf } from "./worked-catchments.ts";
import { type WorkedCost, workedCost } from "./worked-cost.ts";
import { type WorkedNeed, workedNeed } from "./worked-need.ts";
import { type WorkedPeople, workedPeople } from "./worked-people.ts";
import { type WorkedRatio, workedRatio } from "./worked-ratio.ts";
import { type WorkedReach, workedReach } from "./worked-reach.ts";
import { type WorkedShort, workedShort } from "./worked-short.ts";

/** A ward's answer term by term; what a measure does not have is null. */
export interface WorkedWard {
  readonly people: WorkedPeople;
  readonly reach: WorkedReach;
  readonly need: WorkedNeed;
  /** Floating catchment areas and spatial availability. */
  readonly access: WorkedAccess | null;
  /** The simple ratio. */
  readonly ratio: WorkedRatio | null;
  /** RAAM. */
  readonly cost: WorkedCost | null;
  readonly short: WorkedShort | null;
}

/**
 * Works one ward's answer through from inputs to answer, apart from the engine, so that its terms can be shown: they add
 * up to what the engine answers.
 *
 * @param home row of the ward
 * @throws RangeError in plain words for settings that have no meaning, and when there is no such ward
 */
export function workWard(place: PlaceArrays, services: ServiceArrays, settings: GapSettings, home: number): WorkedWard {
  checkSettings(settings, new Set([...place.indicators.map(({ id }) => id), AGE_INDICATOR]));
  const ground = wardGround(place, services, settings, home);
  const { method } = settings;
  const at = hasShortfall(method) && method !== "ratio" ? catchmentsOf(ground) : null;
  return {
    people: workedPeople(ground),
    reach: workedReach(ground),
    need: workedNeed(ground),
    access: at && workedAccess(ground, at(1)),
    ratio: method === "ratio" ? workedRatio(ground) : null,
    cost: method === "raam" ? workedCost(ground) : null,
    short: hasShortfall(method) ? workedShort(ground, at) : null,
  };
}
