import type { Service } from "@needs-map/shared/contract/service";
import { travelMinutes } from "@needs-map/shared/domain/access/travel";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { greatCircleMetres } from "@needs-map/shared/domain/geo/earth";

export interface Nearby {
  readonly service: Service;
  /** From the starting point; NaN when there is none. */
  readonly minutes: number;
  readonly inside: boolean;
  /** In the ward, or within the longest journey. */
  readonly within: boolean;
}

/** Where none is near, so many of the nearest are told. */
const NEAREST_TOLD = 3;

/**
 * Services that stand in a ward or within the longest journey of a starting point, nearest first; where there are none,
 * the nearest few beyond.
 *
 * @param start longitude and latitude: a postcode that was looked up, or the ward's label point
 */
export function nearbyServices(
  services: readonly Service[],
  ward: string,
  start: readonly [number, number] | null,
  { mode, minutes: longest }: Pick<GapSettings, "mode" | "minutes">,
): Nearby[] {
  const all = services
    .map((service) => {
      const metres = start ? greatCircleMetres(start[0], start[1], service.lon, service.lat) : Number.NaN;
      const minutes = travelMinutes(metres, mode);
      const inside = service.ward === ward;
      return { service, minutes, inside, within: inside || minutes <= longest };
    })
    .sort((a, b) => a.minutes - b.minutes);
  const near = all.filter(({ within }) => within);
  return near.length > 0 ? near : all.filter(({ minutes }) => Number.isFinite(minutes)).slice(0, NEAREST_TOLD);
}
