import type { PlaceRole, RoleGrant } from "@needs-map/shared/contract/account";
import { SIGN_IN_ROUTES } from "../accounts/sign-in-routes.ts";

/** Somebody with an account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly platformAdministrator: boolean;
}

/** Who asks, and for which places they have a role. */
export interface Actor {
  /** Null for a visitor; residents need no account. */
  readonly person: Person | null;
  readonly grants: readonly RoleGrant[];
}

export const VISITOR: Actor = { person: null, grants: [] };

interface Rule {
  /** Whether the address names a place, for which the actor must have the role. */
  readonly place: boolean;
  /** Who may: everyone, everyone who is signed in, or holders of a role. An administrator may whatever a role may. */
  readonly who: "everyone" | "signed-in" | readonly PlaceRole[];
}

const open: Rule = { place: false, who: "everyone" };
const openPlace: Rule = { place: true, who: "everyone" };
/** For holders of these roles in the place. */
const onlyFor = (...who: readonly PlaceRole[]): Rule => ({ place: true, who });

const V1 = "/api/v1";
const PLACE = `${V1}/places/:place`;

/**
 * Who may do what: one line a route. A route that is not here is closed to all.
 */
export const PERMISSIONS: Readonly<Record<string, Rule>> = {
  "GET /healthz": open,
  "GET /readyz": open,
  "GET /api": open,
  "GET /api/reference.css": open,
  [`GET ${V1}/openapi.json`]: open,
  ...Object.fromEntries(SIGN_IN_ROUTES.map((route) => [route, open])),
  [`GET ${V1}/session`]: open,
  [`GET ${V1}/places`]: open,
  [`GET ${PLACE}`]: openPlace,
  [`GET ${PLACE}/wards`]: openPlace,
  [`GET ${PLACE}/wards.geojson`]: openPlace,
  [`GET ${PLACE}/wards/:code`]: openPlace,
  [`GET ${PLACE}/small-areas.geojson`]: openPlace,
  [`GET ${PLACE}/basemap.geojson`]: openPlace,
  [`GET ${PLACE}/indicators`]: openPlace,
  [`GET ${PLACE}/service-types`]: openPlace,
  [`GET ${PLACE}/services`]: openPlace,
  [`GET ${PLACE}/services.geojson`]: openPlace,
  [`GET ${PLACE}/services/near`]: openPlace,
  [`GET ${PLACE}/organisations`]: openPlace,
  [`GET ${PLACE}/gaps`]: openPlace,
  [`GET ${PLACE}/gaps/sureness`]: openPlace,
  [`GET ${PLACE}/gaps.csv`]: openPlace,
  [`GET ${PLACE}/gaps.geojson`]: openPlace,
  [`GET ${PLACE}/equity`]: openPlace,
  [`GET ${PLACE}/arrays/people`]: openPlace,
  [`GET ${PLACE}/arrays/services/:svc`]: openPlace,
  [`GET ${PLACE}/search`]: openPlace,
  [`GET ${PLACE}/audit`]: onlyFor("administrator"),
  "GET /*": open,
};

/** Whether somebody holds one of these roles for a place; administrators hold them all. */
export function holds({ person, grants }: Actor, place: string, roles: readonly PlaceRole[]): boolean {
  if (person?.platformAdministrator) return true;
  return grants.some(
    (grant) => grant.place === place && (grant.role === "administrator" || roles.includes(grant.role)),
  );
}

/** Whether whoever asks may use a route, for the place that its address names. */
export async function mayUse(who: () => Promise<Actor>, route: string, place: string | undefined): Promise<boolean> {
  const rule = PERMISSIONS[route];
  if (!rule) return false;
  if (rule.who === "everyone") return true;
  const actor = await who();
  if (rule.who === "signed-in") return actor.person !== null;
  return place !== undefined && holds(actor, place, rule.who);
}

/** Who may use a route, in words; null where everyone may. */
export function whoMayUse(route: string): string | null {
  const who = PERMISSIONS[route]?.who ?? "everyone";
  if (who === "everyone") return null;
  if (who === "signed-in") return "For everyone who is signed in.";
  const roles = [...new Set([...who, "administrator"])].map((role) => role.replaceAll("-", " "));
  return `For those who are signed in and are ${roles.join(" or ")} of the place.`;
}
