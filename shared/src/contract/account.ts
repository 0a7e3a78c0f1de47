import { z } from "zod";
import { PlaceId } from "./place.ts";

/** What somebody may be for a place. Residents need no account. */
export const PLACE_ROLES = [
  "researcher",
  "service-owner",
  "moderator",
  "commissioner",
  "councillor",
  "data-editor",
  "administrator",
] as const;

export const PlaceRole = z.enum(PLACE_ROLES);
export type PlaceRole = z.infer<typeof PlaceRole>;

/** A role that somebody holds for a place. */
export const RoleGrant = z.object({
  place: PlaceId,
  role: PlaceRole,
  /** Codes of the wards it is for, for a councillor; null for the whole place. */
  wards: z.array(z.string()).nullable(),
});
export type RoleGrant = z.infer<typeof RoleGrant>;

/** Who is signed in; `person` is null for a visitor. */
export const Session = z.object({
  person: z.object({ name: z.string(), email: z.string(), platformAdministrator: z.boolean() }).nullable(),
  roles: z.array(RoleGrant),
  /** Where messages go: to people, or into a folder of the server where no mail server is set. */
  mail: z.enum(["server", "folder"]),
});
export type Session = z.infer<typeof Session>;
