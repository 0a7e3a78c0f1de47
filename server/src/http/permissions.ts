/** Who somebody can be, as far as what they may do. Until there are accounts everyone is a visitor. */
export const ROLES = [
  "visitor",
  "resident",
  "service-owner",
  "moderator",
  "commissioner",
  "councillor",
  "data-editor",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, and for which places they have a role. */
export interface Actor {
  readonly role: Role;
  readonly places: "all" | ReadonlySet<string>;
}

export const VISITOR: Actor = { role: "visitor", places: "all" };

interface Rule {
  /** Whether the address names a place, for which the actor must have the role. */
  readonly place: boolean;
  readonly roles: readonly Role[];
}

const open: Rule = { place: false, roles: ROLES };
const openPlace: Rule = { place: true, roles: ROLES };

const V1 = "/api/v1";
const PLACE = `${V1}/places/:place`;

/**
 * Who may do what: one line a route. A route that is not here is closed to all.
 *
 * Gaps are open to everyone until accounts exist.
 */
export const PERMISSIONS: Readonly<Record<string, Rule>> = {
  "GET /healthz": open,
  "GET /readyz": open,
  "GET /api": open,
  "GET /api/reference.css": open,
  [`GET ${V1}/openapi.json`]: open,
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
  "GET /*": open,
};

/** Whether somebody may use a route, for the place that its address names. */
export function mayUse(actor: Actor, route: string, place: string | undefined): boolean {
  const rule = PERMISSIONS[route];
  if (!rule?.roles.includes(actor.role)) return false;
  return !rule.place || actor.places === "all" || (place !== undefined && actor.places.has(place));
}
