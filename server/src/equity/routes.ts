import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { EquityTold } from "@needs-map/shared/contract/equity";
import type { Deps } from "../deps.ts";
import { questionOf } from "../gaps/compute.ts";
import { questionRequest } from "../gaps/request.ts";
import type { AppEnv } from "../http/app-env.ts";
import { jsonAnswer, PLACE_PATH, PROBLEMS } from "../http/describe.ts";
import { type JsonAnswer, sendPlanned } from "../http/send.ts";
import { Refusal } from "../problem.ts";
import { computeEquity } from "./compute.ts";

const told = createRoute({
  method: "get",
  path: `${PLACE_PATH}/equity`,
  tags: ["Equity"],
  summary: "How evenly access is spread over people, by deprivation and by age, with its curves",
  request: questionRequest,
  responses: {
    200: jsonAnswer(EquityTold.meta({ id: "Equity" }), "Fifths, ages, indices and curves for one question"),
    ...PROBLEMS,
  },
});

export const equityRoutes = (deps: Deps) =>
  new OpenAPIHono<AppEnv>().openapi(told, async (c) => {
    const query = c.req.valid("query");
    const sent = await sendPlanned(c, deps, "quick", async (place) => {
      const question = await questionOf(deps.db, place, query);
      if (question instanceof Refusal) return question;
      return {
        name: `${c.req.path} ${JSON.stringify(question.told)}`,
        build: async () => {
          const answer = await computeEquity(deps.db, deps.analysis, place, question);
          return { type: "application/json", bytes: Buffer.from(JSON.stringify(answer)) };
        },
      };
    });
    return sent as JsonAnswer<EquityTold>;
  });
