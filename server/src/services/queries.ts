import type { Service, ServiceType, ServiceTypeListed } from "@needs-map/shared/contract/service";
import { and, asc, eq, sql } from "drizzle-orm";
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

const inside = sql`${service.wardCode} is not null`;

/** The kinds of service with their counts and source, in the order of the recipe. */
export async function listServiceTypes(db: Db, { id, version }: PlaceVersion): Promise<ServiceTypeListed[]> {
  const rows = await db
    .select({
      definition: serviceType.definition,
      source: sourceFile.title,
      vintage: sourceFile.vintage,
      neighboursKnown: serviceType.neighboursKnown,
      count: sql<number>`count(*) filter (where ${inside})::int`,
      neighbours: sql<number>`count(*) filter (where ${service.id} is not null and ${service.wardCode} is null)::int`,
      capacity: sql<number | null>`(sum(${service.capacity}) filter (where ${inside}))::float8`,
      withoutCapacity: sql<number>`count(*) filter (where ${inside} and ${service.capacity} is null)::int`,
      unchecked: sql<number>`count(*) filter (where ${inside} and not ${service.checked})::int`,
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
    .groupBy(serviceType.seq, serviceType.definition, serviceType.neighboursKnown, sourceFile.title, sourceFile.vintage)
    .orderBy(asc(serviceType.seq));
  return rows.map(({ definition, ...row }) => ({
    ...definition,
    ...row,
    capacity: definition.unit === "places" ? (row.capacity ?? 0) : null,
    withoutCapacity: definition.unit === "places" ? row.withoutCapacity : 0,
  }));
}

/** The services of a place and those over its border (no ward), or those of one type, by type and name. */
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
