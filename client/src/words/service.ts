import type { Service } from "@needs-map/shared/contract/service";
import { countsSupply, type Method } from "@needs-map/shared/domain/gap/settings";
import { figure, month } from "./numbers.ts";

/** "Checked May 2026", or since when it was not. */
export function checkedWords({ checked, checkedOn }: Pick<Service, "checked" | "checkedOn">): string {
  if (checked) return checkedOn ? `Checked ${month(checkedOn)}` : "As published";
  return checkedOn ? `Not checked since ${month(checkedOn)}` : "Not checked";
}

/** The same, with what follows for the figures: supply counts half, reach counts whole. */
export const weightWords = (service: Pick<Service, "checked" | "checkedOn">, method: Method): string =>
  service.checked || !countsSupply(method)
    ? checkedWords(service)
    : `${checkedWords(service)}, counts half until it is`;

/** "40 places", or what becomes of a service whose places are not given: it adds none, and still counts for reach. */
export function placesWords(capacity: number | null, method: Method): string {
  if (capacity !== null) return `${figure(capacity)} ${capacity === 1 ? "place" : "places"}`;
  return !countsSupply(method) ? "places not given" : "places not given, left out";
}
