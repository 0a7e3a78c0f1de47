import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { AuditPage } from "@needs-map/shared/contract/audit";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { jsonAnswer, PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { strictQuery } from "../http/validation.ts";
import { auditAfter } from "./queries.ts";

const MOST = 1000;

const audit = createRoute({
  method: "get",
  path: `${PLACE_PATH}/audit`,
  tags: ["People"],
  summary: "Every change, and every look at contact details, for administrators",
  request: {
    params: PlaceParam,
    query: strictQuery({
      after: z.coerce.number().int().min(0).default(0).openapi({ description: "Number of the row to go on after" }),
      limit: z.coerce.number().int().min(1).max(MOST).default(MOST).openapi({ description: "Rows at most" }),
    }),
  },
  responses: { 200: jsonAnswer(AuditPage.meta({ id: "AuditPage" }), "Oldest first"), ...PROBLEMS },
});

export const auditRoutes = ({ db }: Deps) =>
  new OpenAPIHono<AppEnv>().openapi(audit, async (c) => {
    const { after, limit } = c.req.valid("query");
    return c.json(await auditAfter(db, c.var.place.id, after, limit), 200, { "cache-control": "no-store" });
  });
