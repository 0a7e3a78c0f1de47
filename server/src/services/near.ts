import type { ServiceNear } from "@needs-map/shared/contract/service";
import { travelMinutes } from "@needs-map/shared/domain/access/travel";
import type { TravelMode } from "@needs-map/shared/domain/gap/settings";
import { greatCircleMetres } from "@needs-map/shared/domain/geo/earth";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { demandPoint, ward } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { postcodeKey } from "../search/normalise.ts";
import { listServices } from "./queries.ts";

export interface StartPoint {
  readonly label: string;
  readonly lon: number;
  readonly lat: number;
}

/** Where a postcode of the place is; null when it is none. */
export async function postcodeAt(db: Db, { id, version }: PlaceVersion, postcode: string): Promise<StartPoint | null> {
  const [found] = await db
    .select({ label: demandPoint.label, lon: demandPoint.lon, lat: demandPoint.lat })
    .from(demandPoint)
    .where(
      and(
        eq(demandPoint.placeId, id),
        eq(demandPoint.version, version),
        isNotNull(demandPoint.wardCode),
        sql`upper(replace(${demandPoint.label}, ' ', '')) = ${postcodeKey(postcode)}`,
      ),
    )
    .limit(1);
  return found ?? null;
}

/** The middle of a ward, where its name stands; null for an unknown code. */
export async function wardAt(db: Db, { id, version }: PlaceVersion, code: string): Promise<StartPoint | null> {
  const [found] = await db
    .select({ label: ward.name, lon: ward.labelLon, lat: ward.labelLat })
    .from(ward)
    .where(and(eq(ward.placeId, id), eq(ward.version, version), eq(ward.code, code)));
  return found ?? null;
}

/** The services nearest to a point, those over the border too, with the estimated journey; nearest first. */
export async function servicesNear(
  db: Db,
  at: PlaceVersion,
  { lon, lat }: StartPoint,
  mode: TravelMode,
  type: string | undefined,
  most: number,
): Promise<ServiceNear[]> {
  const services = await listServices(db, at, type);
  return services
    .map((service) => ({
      ...service,
      minutes: travelMinutes(greatCircleMetres(lon, lat, service.lon, service.lat), mode),
    }))
    .sort((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}
