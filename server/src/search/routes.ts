import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { SearchResult } from "@needs-map/shared/contract/search";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { jsonAnswer, PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { jsonOfPlace } from "../http/send.ts";
import { strictQuery } from "../http/validation.ts";
import { findInPlace } from "./queries.ts";

const LONGEST = 80;

const search = createRoute({
  method: "get",
  path: `${PLACE_PATH}/search`,
  tags: ["Search"],
  summary: "Wards, postcodes and streets by name",
  request: {
    params: PlaceParam,
    query: strictQuery({
      q: z
        .string()
        .trim()
        .min(1)
        .max(LONGEST)
        .refine((words) => !words.includes("\0"), "This cannot be read")
        .openapi({ description: "A ward's name or part of it, a postcode or its start, or a street", example: "mill" }),
    }),
  },
  responses: {
    200: jsonAnswer(
      z.object({ results: z.array(SearchResult.meta({ id: "SearchResult" })) }),
      "At most ten, best first",
    ),
    ...PROBLEMS,
  },
});

export const searchRoutes = (deps: Deps) =>
  new OpenAPIHono<AppEnv>().openapi(search, (c) => {
    const { q } = c.req.valid("query");
    const words = q.toLowerCase().replaceAll(/\s+/g, " ");
    return jsonOfPlace(c, deps, async (place) => ({ results: await findInPlace(deps.db, place, words) }), {
      name: `${c.req.path}?q=${words}`,
      effort: "quick",
    });
  });
