import type { Db } from "../db/connect.ts";
import { type Actor, VISITOR } from "../http/permissions.ts";
import { rolesOf } from "./queries.ts";
import type { SignIn } from "./sign-in.ts";

const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-)?needs-map\.session_token=/;

/** Who sends a request: whoever its session cookie names, else a visitor. Without a cookie nothing is looked up. */
export async function actorOf(db: Db, signIn: SignIn, headers: Headers): Promise<Actor> {
  if (!SESSION_COOKIE.test(headers.get("cookie") ?? "")) return VISITOR;
  const found = await signIn.api.getSession({ headers });
  if (!found) return VISITOR;
  const { id, name, email, platformAdministrator } = found.user;
  return {
    person: { id, name, email, platformAdministrator: platformAdministrator === true },
    grants: await rolesOf(db, id),
  };
}
