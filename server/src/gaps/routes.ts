import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { GapQuery, GapSureness, Gaps } from "@needs-map/shared/contract/gaps";
import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { Body } from "../http/body-cache.ts";
import { geoJsonAnswer, jsonAnswer, PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { type FeatureCollectionAnswer, type JsonAnswer, sendPlanned } from "../http/send.ts";
import { strictQuery } from "../http/validation.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { Refusal } from "../problem.ts";
import { wardShapes } from "../wards/queries.ts";
import { computeGaps, questionOf } from "./compute.ts";
import { gapsCsv } from "./csv.ts";
import { gapsGeoJson } from "./geojson.ts";
import { gapSureness } from "./sureness.ts";

const tags = ["Gaps"];
const { svc, age, go, min, target, how, decay, w, up } = GapQuery.shape;

const request = {
  params: PlaceParam,
  query: strictQuery({
    svc: svc.meta({ description: "Id of a service type; the first of the place when left out" }),
    age: age.meta({ description: "Youngest and oldest age that count; 90 means 90 and over", example: "11-17" }),
    go: go.meta({ description: "Way of getting there", example: "walk" }),
    min: min.meta({ description: "Longest journey in minutes", example: 20 }),
    target: target.meta({ description: "Target per 100 people (places) or per 10,000 (sites)" }),
    how: how.meta({
      description:
        "share: two-step floating catchment with distance decay; 2sfca: the same without decay; 3sfca: people choose among the services in reach; availability: share, as a count; raam: crowding and journey at equilibrium; reach: share of people within the time; ratio: supply in the ward against its people",
      example: "share",
    }),
    decay: decay.meta({
      description:
        "For share, 3sfca and availability: binary:30, step:10=1,20=.68, gaussian:σ, exponential:β or power:scale,exponent,least; a Gaussian of half the longest journey when left out",
      example: "gaussian:10",
    }),
    w: w.meta({ description: "Weights of the need index, indicator:weight, at most 100 each", example: "age:100" }),
    up: up.meta({ description: "How far need raises the target, in percent", example: 30 }),
  }),
};

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
