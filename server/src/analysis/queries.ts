import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../db/connect.ts";
import { cell, demandPoint, indicator, indicatorValue, service, serviceType, smallArea, ward } from "../db/schema.ts";
import type { PlaceVersion } from "../places/current-versions.ts";

type Versioned = typeof ward | typeof smallArea | typeof cell | typeof demandPoint | typeof indicator | typeof service;

const ofVersion = (table: Versioned | typeof indicatorValue | typeof serviceType, { id, version }: PlaceVersion) =>
  and(eq(table.placeId, id), eq(table.version, version));

/** Codes of the wards in the order of their rows. */
export const wardCodes = async (db: Db, at: PlaceVersion): Promise<string[]> =>
  (await db.select({ code: ward.code }).from(ward).where(ofVersion(ward, at)).orderBy(asc(ward.seq))).map(
    ({ code }) => code,
  );

/** Codes of the small areas in the order of their rows. */
export const smallAreaCodes = async (db: Db, at: PlaceVersion): Promise<string[]> =>
  (
    await db
      .select({ code: smallArea.code })
      .from(smallArea)
      .where(ofVersion(smallArea, at))
      .orderBy(asc(smallArea.seq))
  ).map(({ code }) => code);

/** Cells with their people by age, in the order of their numbers. */
export const cells = (db: Db, at: PlaceVersion) =>
  db.select({ seq: cell.seq, people: cell.people }).from(cell).where(ofVersion(cell, at)).orderBy(asc(cell.seq));

export const demandPoints = (db: Db, at: PlaceVersion) =>
  db
    .select({
      lon: demandPoint.lon,
      lat: demandPoint.lat,
      cell: demandPoint.cellSeq,
      ward: demandPoint.wardCode,
      area: demandPoint.areaCode,
    })
    .from(demandPoint)
    .where(ofVersion(demandPoint, at))
    .orderBy(asc(demandPoint.seq));

/** Every indicator that is kept for small areas, in the order of the recipe. */
export const indicators = (db: Db, at: PlaceVersion) =>
  db
    .select({ id: indicator.id, higherIsMoreNeed: indicator.higherIsMoreNeed })
    .from(indicator)
    .where(and(ofVersion(indicator, at), eq(indicator.of, "small-areas")))
    .orderBy(asc(indicator.seq));

export const indicatorValues = (db: Db, at: PlaceVersion) =>
  db
    .select({ indicator: indicatorValue.indicatorId, area: indicatorValue.areaCode, value: indicatorValue.value })
    .from(indicatorValue)
    .where(ofVersion(indicatorValue, at));

/** The services of one type, by id. */
export const servicesOfType = (db: Db, at: PlaceVersion, type: string) =>
  db
    .select({
      lon: service.lon,
      lat: service.lat,
      capacity: service.capacity,
      checked: service.checked,
      ward: service.wardCode,
      legalForm: service.legalForm,
    })
    .from(service)
    .where(and(ofVersion(service, at), eq(service.type, type)))
    .orderBy(asc(service.id));

/** Whether services of a type over the border are listed, and people there. */
export async function neighboursKnown(db: Db, at: PlaceVersion, type: string): Promise<boolean> {
  const [row] = await db
    .select({ known: serviceType.neighboursKnown })
    .from(serviceType)
    .where(and(ofVersion(serviceType, at), eq(serviceType.id, type)));
  return row?.known ?? false;
}
