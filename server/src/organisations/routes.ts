import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Organisation } from "@needs-map/shared/contract/organisation";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { jsonAnswer, PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { jsonOfPlace } from "../http/send.ts";
import { strictQuery } from "../http/validation.ts";
import { listOrganisations } from "./queries.ts";

const list = createRoute({
  method: "get",
  path: `${PLACE_PATH}/organisations`,
  tags: ["Organisations"],
  summary: "Organisations that could provide services, from published registers",
  request: { params: PlaceParam, query: strictQuery({}) },
  responses: {
    200: jsonAnswer(
      z.object({ organisations: z.array(Organisation.meta({ id: "Organisation" })) }),
      "The organisations, by name; they have no place on the map and no coverage",
    ),
    ...PROBLEMS,
  },
});

export const organisationRoutes = (deps: Deps) =>
  new OpenAPIHono<AppEnv>().openapi(list, (c) =>
    jsonOfPlace(c, deps, async (place) => ({ organisations: await listOrganisations(deps.db, place) })),
  );
