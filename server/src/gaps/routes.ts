import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { type GapQuery, GapSureness, Gaps } from "@needs-map/shared/contract/gaps";
import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { Body } from "../http/body-cache.ts";
import { geoJsonAnswer, jsonAnswer, PLACE_PATH, PROBLEMS } from "../http/describe.ts";
import { type FeatureCollectionAnswer, type JsonAnswer, sendPlanned } from "../http/send.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { Refusal } from "../problem.ts";
import { wardShapes } from "../wards/queries.ts";
import { computeGaps, questionOf } from "./compute.ts";
import { gapsCsv } from "./csv.ts";
import { gapsGeoJson } from "./geojson.ts";
import { questionRequest } from "./request.ts";
import { gapSureness } from "./sureness.ts";

const tags = ["Gaps"];
const request = questionRequest;

const json = createRoute({
  method: "get",
  path: `${PLACE_PATH}/gaps`,
  tags,
  summary: "Where a kind of service falls short of what people need, by ward",
  request,
  responses: {
    200: jsonAnswer(
      Gaps.meta({ id: "Gaps" }),
      "The question with its blanks filled in, the place's sums and the wards",
    ),
    ...PROBLEMS,
  },
});

const csv = createRoute({
  method: "get",
  path: `${PLACE_PATH}/gaps.csv`,
  tags,
  summary: "The same as a table",
  request,
  responses: {
    200: { description: "One row a ward; every row repeats the question", content: { "text/csv": {} } },
    ...PROBLEMS,
  },
});

const geojson = createRoute({
  method: "get",
  path: `${PLACE_PATH}/gaps.geojson`,
  tags,
  summary: "The same with the wards' shapes",
  request,
  responses: {
    200: geoJsonAnswer("One feature a ward with its figures; the question beside the features"),
    ...PROBLEMS,
  },
});

const sure = createRoute({
  method: "get",
  path: `${PLACE_PATH}/gaps/sureness`,
  tags,
  summary: "How often each ward stays among the five worst when settings move, and which setting moves the answer most",
  request,
  responses: {
    200: jsonAnswer(GapSureness.meta({ id: "GapSureness" }), "The same draws for the same question"),
    ...PROBLEMS,
  },
});

type Form = (gaps: Gaps, place: PlaceVersion) => Body | Promise<Body>;

export const gapRoutes = (deps: Deps) => {
  const answer = (c: Context<AppEnv>, query: GapQuery, form: Form): Promise<Response> =>
    sendPlanned(c, deps, "quick", async (place) => {
      const question = await questionOf(deps.db, place, query);
      if (question instanceof Refusal) return question;
      return {
        name: `${c.req.path} ${JSON.stringify(question.told)}`,
        build: async () => form(await computeGaps(deps.db, deps.analysis, place, question), place),
      };
    });
  const filename = ({ settings }: Gaps, { id }: PlaceVersion, end: string) => `${id}-${settings.svc}-gaps.${end}`;

  return new OpenAPIHono<AppEnv>()
    .openapi(json, async (c) => {
      const form: Form = (gaps) => ({ type: "application/json", bytes: Buffer.from(JSON.stringify(gaps)) });
      return (await answer(c, c.req.valid("query"), form)) as JsonAnswer<Gaps>;
    })
    .openapi(sure, async (c) => {
      const query = c.req.valid("query");
      const sent = await sendPlanned(c, deps, "quick", async (place) => {
        const question = await questionOf(deps.db, place, query);
        if (question instanceof Refusal) return question;
        return {
          name: `${c.req.path} ${JSON.stringify(question.told)}`,
          build: async () => {
            const told = await gapSureness(deps.analysis, place, question);
            return told instanceof Refusal
              ? told
              : { type: "application/json", bytes: Buffer.from(JSON.stringify(told)) };
          },
        };
      });
      return sent as JsonAnswer<GapSureness>;
    })
    .openapi(csv, (c) =>
      answer(c, c.req.valid("query"), (gaps, place) => ({
        type: "text/csv; charset=utf-8; header=present",
        bytes: Buffer.from(gapsCsv(gaps)),
        filename: filename(gaps, place, "csv"),
      })),
    )
    .openapi(geojson, async (c) => {
      const form: Form = async (gaps, place) => ({
        ...gapsGeoJson(gaps, await wardShapes(deps.db, place)),
        filename: filename(gaps, place, "geojson"),
      });
      return (await answer(c, c.req.valid("query"), form)) as FeatureCollectionAnswer;
    });
};
