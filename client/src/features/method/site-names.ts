import type { Service } from "@needs-map/shared/contract/service";
import type { Unit } from "@needs-map/shared/domain/gap/settings";
import type { PointTold, SiteTold } from "@needs-map/shared/domain/gap/worked/ward-ground";

const key = (lon: number, lat: number, supply: number) => `${lon} ${lat} ${supply}`;

/**
 * The name of a service by its place and what it has to give: services that are alike in both are alike in every term,
 * and are all named.
 */
export function siteNames(services: readonly Service[], unit: Unit, one: string): (site: SiteTold) => string {
  const names = new Map<string, string[]>();
  for (const { name, lon, lat, capacity, checked, ward } of services) {
    const amount = unit === "sites" ? 1 : (capacity ?? 0);
    const at = key(lon, lat, amount * (checked ? 1 : 0.5));
    names.set(at, [...(names.get(at) ?? []), ward === null ? `${name} (over the border)` : name]);
  }
  return ({ lon, lat, supply }) =>
    names.get(key(lon, lat, supply))?.join(" or ") ?? `${one} at ${degrees(lat)}, ${degrees(lon)}`;
}

const degrees = (value: number) => value.toFixed(4);

/** "X01000012 at 53.4013, −2.3371": the small area and the place of a demand point. */
export const pointName = ({ area, lon, lat }: PointTold) =>
  `${area ?? "No small area"} at ${degrees(lat)}, ${degrees(lon).replace("-", "−")}`;
