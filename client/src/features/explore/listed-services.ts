import type { Service, ServiceTypeListed } from "@needs-map/shared/contract/service";
import { travelMinutes } from "@needs-map/shared/domain/access/travel";
import type { TravelMode } from "@needs-map/shared/domain/gap/settings";
import { greatCircleMetres } from "@needs-map/shared/domain/geo/earth";

/** A service as the list beside the map holds it. */
export interface ListedService {
  readonly service: Service;
  readonly kind: ServiceTypeListed;
  /** Estimated journey from what was looked up; null where nothing was. */
  readonly minutes: number | null;
}

/** Services of the chosen kinds: nearest first from what was looked up, else the place's own first, by name. */
export function listedServices(
  kinds: readonly ServiceTypeListed[],
  services: readonly Service[],
  from: { readonly lon: number; readonly lat: number } | null,
  mode: TravelMode,
): ListedService[] {
  const kindOf = new Map(kinds.map((kind) => [kind.id, kind]));
  const listed = services.flatMap((service): ListedService[] => {
    const kind = kindOf.get(service.type);
    if (!kind) return [];
    const metres = from && greatCircleMetres(from.lon, from.lat, service.lon, service.lat);
    return [{ service, kind, minutes: metres === null ? null : travelMinutes(metres, mode) }];
  });
  return listed.sort(
    (a, b) =>
      (a.minutes === null ? overBorder(a) - overBorder(b) : 0) ||
      (a.minutes ?? 0) - (b.minutes ?? 0) ||
      a.service.name.localeCompare(b.service.name, "en-GB"),
  );
}

const overBorder = ({ service }: ListedService) => Number(service.ward === null);
