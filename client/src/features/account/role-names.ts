import type { PlaceRole } from "@needs-map/shared/contract/account";

/** Roles as they are said. */
export const ROLE_NAMES: Readonly<Record<PlaceRole, string>> = {
  researcher: "community researcher",
  "service-owner": "service owner",
  moderator: "moderator",
  commissioner: "commissioner",
  councillor: "councillor",
  "data-editor": "data editor",
  administrator: "administrator",
};
