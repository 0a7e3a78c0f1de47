import type { Service, ServiceType, ServiceTypeListed } from "@needs-map/shared/contract/service";
import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { service, serviceType, sourceFile } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";

/** The kinds of service in the order of the recipe, as the question starts from them. */
export const serviceTypes = async (db: Db, { id, version }: PlaceVersion): Promise<ServiceType[]> =>
  (
    await db
      .select({ definition: serviceType.definition })
      .from(serviceType)
      .where(and(eq(serviceType.placeId, id), eq(serviceType.version, version)))
      .orderBy(asc(serviceType.seq))
  ).map(({ definition }) => definition);

/**
 * The kinds of service with their counts and source, in the order of the recipe.
 *
 * Neighbours are never known yet: no recipe brings people from over the border, and services without them would make
 * wards at the edge look over-served.
 */
export async function listServiceTypes(db: Db, { id, version }: PlaceVersion): Promise<ServiceTypeListed[]> {
  const rows = await db
    .select({
      definition: serviceType.definition,
      source: sourceFile.title,
      vintage: sourceFile.vintage,
      count: count(service.id),
      capacity: sql<number | null>`sum(${service.capacity})::float8`,
      withoutCapacity: sql<number>`count(*) filter (where ${service.id} is not null and ${service.capacity} is null)::int`,
      unchecked: sql<number>`count(*) filter (where not ${service.checked})::int`,
    })
    .from(serviceType)
    .innerJoin(
      sourceFile,
      and(
        eq(sourceFile.placeId, serviceType.placeId),
        eq(sourceFile.version, serviceType.version),
        eq(sourceFile.id, serviceType.sourceId),
      ),
    )
    .leftJoin(
      service,
      and(
        eq(service.placeId, serviceType.placeId),
        eq(service.version, serviceType.version),
        eq(service.type, serviceType.id),
      ),
    )
    .where(and(eq(serviceType.placeId, id), eq(serviceType.version, version)))
    .groupBy(serviceType.seq, serviceType.definition, sourceFile.title, sourceFile.vintage)
    .orderBy(asc(serviceType.seq));
  return rows.map(({ definition, ...row }) => ({
    ...definition,
    ...row,
    capacity: definition.unit === "places" ? (row.capacity ?? 0) : null,
    withoutCapacity: definition.unit === "places" ? row.withoutCapacity : 0,
    neighboursKnown: false,
  }));
}

/** The services of a place, or those of one type, by type and name. */
export const listServices = (db: Db, { id, version }: PlaceVersion, type: string | undefined): Promise<Service[]> =>
  db
    .select({
      id: service.id,
      type: service.type,
      name: service.name,
      organisation: service.organisation,
      legalForm: service.legalForm,
      address: service.address,
      postcode: service.postcode,
      lon: service.lon,
      lat: service.lat,
      ward: service.wardCode,
      capacity: service.capacity,
      checked: service.checked,
      checkedOn: service.checkedOn,
      times: service.times,
      cost: service.cost,
      phone: service.phone,
      website: service.website,
    })
    .from(service)
    .where(
      and(
        eq(service.placeId, id),
        eq(service.version, version),
        type === undefined ? undefined : eq(service.type, type),
      ),
    )
    .orderBy(asc(service.type), asc(service.name), asc(service.id));
