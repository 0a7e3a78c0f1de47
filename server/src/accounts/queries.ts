import type { PlaceRole, RoleGrant } from "@needs-map/shared/contract/account";
import { asc, eq, sql } from "drizzle-orm";
import { roleGrant } from "../db/accounts-schema.ts";
import type { Db } from "../db/connect.ts";

/** The roles that somebody holds, by place and role. */
export const rolesOf = (db: Db, userId: string): Promise<RoleGrant[]> =>
  db
    .select({ place: roleGrant.placeId, role: roleGrant.role, wards: roleGrant.wards })
    .from(roleGrant)
    .where(eq(roleGrant.userId, userId))
    .orderBy(asc(roleGrant.placeId), asc(roleGrant.role));

/**
 * Gives somebody a role for a place; the wards it is for are replaced if they hold it already.
 *
 * @returns whether they did not hold it before
 */
export async function grantRole(
  db: Pick<Db, "insert">,
  grant: { userId: string; place: string; role: PlaceRole; wards: string[] | null },
): Promise<boolean> {
  const { userId, place, role, wards } = grant;
  const [row] = await db
    .insert(roleGrant)
    .values({ placeId: place, userId, role, wards })
    .onConflictDoUpdate({ target: [roleGrant.placeId, roleGrant.userId, roleGrant.role], set: { wards } })
    .returning({ isNew: sql<boolean>`xmax = 0` });
  return row?.isNew === true;
}
