import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { Session } from "@needs-map/shared/contract/account";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { jsonAnswer, PROBLEMS } from "../http/describe.ts";
import { strictQuery } from "../http/validation.ts";

const session = createRoute({
  method: "get",
  path: "/session",
  tags: ["People"],
  summary: "Who is signed in, with the roles they hold",
  request: { query: strictQuery({}) },
  responses: { 200: jsonAnswer(Session.meta({ id: "Session" }), "The person, or null for a visitor"), ...PROBLEMS },
});

export const accountRoutes = ({ mailer }: Deps) =>
  new OpenAPIHono<AppEnv>().openapi(session, async (c) => {
    const { person, grants } = await c.var.actor();
    const told = person && {
      name: person.name,
      email: person.email,
      platformAdministrator: person.platformAdministrator,
    };
    return c.json({ person: told, roles: [...grants], mail: mailer.goesTo }, 200, { "cache-control": "no-store" });
  });
