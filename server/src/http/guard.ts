import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { actorOf } from "../accounts/actor.ts";
import type { Deps } from "../deps.ts";
import { forbidden, notFound, problemResponse } from "../problem.ts";
import type { AppEnv } from "./app-env.ts";
import { type Actor, mayUse } from "./permissions.ts";

/** The route that answers, as the table of permissions names it; null when none does. */
function routeOf(c: Context<AppEnv>): string | null {
  const method = c.req.method === "HEAD" ? "GET" : c.req.method;
  const route = matchedRoutes(c).find((matched) => matched.method === method);
  return route ? `${method} ${route.path}` : null;
}

/** The place that an address names, where its route has one. A gate sees the address before its parts are named. */
function placeIn(route: string, path: string): string | undefined {
  const at = route.slice(route.indexOf("/")).split("/").indexOf(":place");
  return at === -1 ? undefined : path.split("/")[at];
}

/** Who asks and for which place: the one gate of every route. */
export const guard = ({ db, signIn }: Deps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const route = routeOf(c);
    if (!route) return next();
    const place = placeIn(route, c.req.path);
    let actor: Promise<Actor> | null = null;
    c.set("actor", () => {
      actor ??= actorOf(db, signIn, c.req.raw.headers);
      return actor;
    });
    if (!(await mayUse(c.var.actor, route, place))) return problemResponse(forbidden());
    if (place === undefined) return next();
    const version = c.var.versions.places.get(place);
    if (!version) return problemResponse(notFound("place", place));
    c.set("place", version);
    return next();
  });
