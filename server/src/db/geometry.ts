import { type SQL, sql } from "drizzle-orm";
import { customType } from "drizzle-orm/pg-core";
import type { Geometry } from "geojson";

/**
 * A PostGIS column that keeps its kind and SRID, which Drizzle's own type drops.
 *
 * Written from GeoJSON; read with `asGeoJson`, since the driver would give raw EWKB.
 */
export const geometry = customType<{ data: Geometry; driverData: string; config: { kind: string } }>({
  dataType: (config) => `geometry(${config?.kind ?? "Geometry"},4326)`,
  toDriver: (shape) => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(shape)}), 4326)`,
});

/** The shape of a geometry column as GeoJSON text, to seven decimals (about a centimetre). */
export const asGeoJson = (column: SQL.Aliased | SQL | { getSQL(): SQL }): SQL<string> =>
  sql<string>`ST_AsGeoJSON(${column}, 7)`;
