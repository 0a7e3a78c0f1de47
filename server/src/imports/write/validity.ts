import type { Fault } from "@needs-map/shared/contract/source";
import { sql } from "drizzle-orm";
import type { Db } from "../../db/connect.ts";
import type { Boundaries } from "../read/boundaries.ts";
import { fromGeoJson } from "./insert-rows.ts";

/** Shapes whose rings cross themselves or one another: they are mended on writing, and told here. */
export async function crossedShapes(db: Db, { path, units }: Boundaries): Promise<Fault[]> {
  const shapes = units.map(({ shape }) => JSON.stringify(shape));
  const found = await db.execute<{ at: number; reason: string; x: number; y: number }>(sql`
    SELECT at::int, d.reason, ST_X(d.location) AS x, ST_Y(d.location) AS y
    FROM unnest(${sql.param(shapes)}::text[]) WITH ORDINALITY AS u (shape, at)
    CROSS JOIN LATERAL ST_IsValidDetail(${fromGeoJson(sql`u.shape`)}) AS d
    WHERE NOT d.valid ORDER BY at`);
  return found.rows.map(({ at, reason, x, y }) => {
    const unit = units[at - 1];
    const where = x === null ? "" : ` at ${x.toFixed(6)}, ${y.toFixed(6)}`;
    return {
      file: path,
      row: unit?.row ?? null,
      field: null,
      reason: `The shape of ${unit?.code} is not sound (${reason.toLowerCase()}${where}); it was mended`,
    };
  });
}
