import type { VersionChanges } from "@needs-map/shared/contract/data-version";
import { sql } from "drizzle-orm";
import type { Db } from "../../db/connect.ts";
import { cell, service, smallArea, ward } from "../../db/schema.ts";
import type { Version } from "./claim.ts";

/** A service that stands farther from its old place has moved; less is a rounding of coordinates. */
const MOVED_METRES = 10;

type Difference = { added: number; gone: number };

/** What a version has other than an earlier one of the same place. */
export async function changesSince(db: Db, { place, version }: Version, since: number): Promise<VersionChanges> {
  const sets = (table: typeof ward | typeof smallArea | typeof service, key: "code" | "id") => sql`
    SELECT count(*) FILTER (WHERE before.key IS NULL)::int AS added, count(*) FILTER (WHERE now.key IS NULL)::int AS gone
    FROM (SELECT ${sql.identifier(key)} AS key FROM ${table} WHERE place_id = ${place} AND version = ${version}) now
    FULL JOIN (SELECT ${sql.identifier(key)} AS key FROM ${table} WHERE place_id = ${place} AND version = ${since}) before
    ON now.key = before.key`;
  const people = (of: number) => sql`
    SELECT ward_code, sum(age.people) AS people FROM ${cell} CROSS JOIN LATERAL unnest(people) AS age(people)
    WHERE place_id = ${place} AND version = ${of} AND ward_code IS NOT NULL GROUP BY ward_code`;
  const wards = await db.execute<Difference>(sets(ward, "code"));
  const areas = await db.execute<Difference>(sets(smallArea, "code"));
  const services = await db.execute<Difference>(sets(service, "id"));
  const moved = await db.execute<{ moved: number }>(sql`
    SELECT count(*)::int AS moved FROM ${service} now JOIN ${service} before USING (place_id, id)
    WHERE now.place_id = ${place} AND now.version = ${version} AND before.version = ${since}
      AND ST_DistanceSphere(ST_MakePoint(now.lon, now.lat), ST_MakePoint(before.lon, before.lat)) > ${MOVED_METRES}`);
  const counted = await db.execute<{ difference: number; wards: number }>(sql`
    SELECT coalesce(sum(coalesce(now.people, 0) - coalesce(before.people, 0)), 0)::float8 AS difference,
      count(*) FILTER (WHERE abs(coalesce(now.people, 0) - coalesce(before.people, 0)) >= 1)::int AS wards
    FROM (${people(version)}) now FULL JOIN (${people(since)}) before ON now.ward_code = before.ward_code`);
  const none = { added: 0, gone: 0 };
  return {
    since,
    wards: wards.rows[0] ?? none,
    smallAreas: areas.rows[0] ?? none,
    services: { ...(services.rows[0] ?? none), moved: moved.rows[0]?.moved ?? 0 },
    people: counted.rows[0] ?? { difference: 0, wards: 0 },
  };
}
