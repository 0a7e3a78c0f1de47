import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../db/connect.ts";

/** One column of the rows to write: how its texts or numbers travel, and what becomes of them in the database. */
export interface Column<Row> {
  readonly name: string;
  /** The type of the values as they travel. */
  readonly type: "text" | "integer" | "double precision" | "boolean";
  /** The value that is kept, from the travelled one; itself when left out. */
  readonly as?: (value: SQL) => SQL;
  readonly of: (row: Row, seq: number) => string | number | boolean | null;
}

/** Rows of one statement: few enough that its arrays stay small. */
const BATCH = 2000;

/** A shape as GeoJSON text → its geometry in WGS 84. */
export const fromGeoJson = (value: SQL): SQL => sql`ST_SetSRID(ST_GeomFromGeoJSON(${value}), 4326)`;

/** A polygon as GeoJSON text → a sound multipolygon in WGS 84. */
export const soundAreas = (value: SQL): SQL =>
  sql`ST_Multi(ST_CollectionExtract(ST_MakeValid(${fromGeoJson(value)}), 3))`;

/**
 * Writes rows in batches, each one statement over `unnest` arrays, which both databases take (COPY ends the embedded
 * one).
 *
 * @param fixed columns that are the same in every row
 */
export async function insertRows<Row>(
  db: Db,
  table: PgTable,
  fixed: Readonly<Record<string, string | number>>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  onBatch: (written: number) => void = () => {},
): Promise<void> {
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  const names = [...Object.keys(fixed), ...columns.map(({ name }) => name)].map((name) => sql.identifier(name));
  const kept = columns.map(({ name, as }) => {
    const value = sql`u.${sql.identifier(name)}`;
    return as ? as(value) : value;
  });
  const constants = Object.values(fixed).map((value) =>
    typeof value === "number" ? sql`${value}::integer` : sql`${value}::text`,
  );
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const arrays = columns.map(({ type, of }) => {
      const values = batch.map((row, at) => of(row, from + at));
      return sql`${sql.param(values)}::${sql.raw(type)}[]`;
    });
    await db.execute(sql`
      INSERT INTO ${sql.identifier(getTableName(table))} (${list(names.map((name) => sql`${name}`))})
      SELECT ${list([...constants, ...kept])}
      FROM unnest(${list(arrays)}) AS u (${list(columns.map(({ name }) => sql`${sql.identifier(name)}`))})`);
    onBatch(from + batch.length);
  }
}
