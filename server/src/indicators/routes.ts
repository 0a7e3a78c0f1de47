import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Indicator } from "@needs-map/shared/contract/indicator";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { jsonAnswer, PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { jsonOfPlace } from "../http/send.ts";
import { strictQuery } from "../http/validation.ts";
import { indicatorsOf } from "./list.ts";

const list = createRoute({
  method: "get",
  path: `${PLACE_PATH}/indicators`,
  tags: ["Indicators"],
  summary: "Indicators of need: by small area, and as population-weighted means of wards and the place",
  request: { params: PlaceParam, query: strictQuery({}) },
  responses: {
    200: jsonAnswer(z.object({ indicators: z.array(Indicator.meta({ id: "Indicator" })) }), "The indicators"),
    ...PROBLEMS,
  },
});

export const indicatorRoutes = (deps: Deps) =>
  new OpenAPIHono<AppEnv>().openapi(list, (c) =>
    jsonOfPlace(c, deps, async (place) => ({ indicators: await indicatorsOf(deps.db, place) })),
  );
