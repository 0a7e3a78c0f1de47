import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { forbidden, notFound, problemResponse } from "../problem.ts";
import type { AppEnv } from "./app-env.ts";
import { mayUse, VISITOR } from "./permissions.ts";

/** The route that answers, as the table of permissions names it; null when none does. */
function routeOf(c: Context<AppEnv>): string | null {
  const method = c.req.method === "HEAD" ? "GET" : c.req.method;
  const route = matchedRoutes(c).find((matched) => matched.method === method);
  return route ? `${method} ${route.path}` : null;
}

/** Who asks and for which place: the one gate of every route. */
export const guard = createMiddleware<AppEnv>(async (c, next) => {
  const route = routeOf(c);
  if (!route) return next();
  const place = route.includes("/:place") ? c.req.param("place") : undefined;
  c.set("actor", VISITOR);
  if (!mayUse(c.var.actor, route, place)) return problemResponse(forbidden());
  if (place === undefined) return next();
  const version = c.var.versions.places.get(place);
  if (!version) return problemResponse(notFound("place", place));
  c.set("place", version);
  return next();
});
