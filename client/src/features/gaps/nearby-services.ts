import type { Service } from "@needs-map/shared/contract/service";
import type { Ward } from "@needs-map/shared/contract/ward";
import { travelMinutes } from "@needs-map/shared/domain/access/travel";
import type { GapSettings } from "@needs-map/shared/domain/gap/settings";
import { greatCircleMetres } from "@needs-map/shared/domain/geo/earth";

export interface Nearby {
  readonly service: Service;
  /** From the ward's label point; NaN when the ward has none. */
  readonly minutes: number;
  readonly inside: boolean;
}

/** Services that stand in a ward or within the longest journey of its label point, nearest first. */
export function nearbyServices(
  services: readonly Service[],
  ward: string,
  label: Ward["label"] | null,
  { mode, minutes: longest }: Pick<GapSettings, "mode" | "minutes">,
): Nearby[] {
  return services
    .map((service) => {
      const metres = label ? greatCircleMetres(label[0], label[1], service.lon, service.lat) : Number.NaN;
      return { service, minutes: travelMinutes(metres, mode), inside: service.ward === ward };
    })
    .filter(({ minutes, inside }) => inside || minutes <= longest)
    .sort((a, b) => a.minutes - b.minutes);
}
