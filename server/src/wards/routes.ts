import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { WardDetail, WardListed } from "@needs-map/shared/contract/ward";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { geoJsonAnswer, jsonAnswer, PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { geoJsonOfPlace, jsonOfPlace } from "../http/send.ts";
import { strictQuery } from "../http/validation.ts";
import { notFound } from "../problem.ts";
import { wardsListed } from "./persistent-need.ts";
import { smallAreasAsGeoJson, wardsAsGeoJson } from "./shapes.ts";
import { wardDetail } from "./ward-detail.ts";

const request = { params: PlaceParam, query: strictQuery({}) };
const tags = ["Wards"];

const list = createRoute({
  method: "get",
  path: `${PLACE_PATH}/wards`,
  tags,
  summary: "The wards of a place with people, bounds, label point, and the need that persists there",
  request,
  responses: {
    200: jsonAnswer(z.object({ wards: z.array(WardListed.meta({ id: "Ward" })) }), "The wards"),
    ...PROBLEMS,
  },
});

const shapes = createRoute({
  method: "get",
  path: `${PLACE_PATH}/wards.geojson`,
  tags,
  summary: "The shapes of the wards",
  request,
  responses: { 200: geoJsonAnswer("One feature a ward: code, name, nameWelsh, people, label"), ...PROBLEMS },
});

const one = createRoute({
  method: "get",
  path: `${PLACE_PATH}/wards/{code}`,
  tags,
  summary: "One ward with its small areas and indicators",
  request: {
    params: PlaceParam.extend({
      code: z
        .string()
        .openapi({ param: { name: "code", in: "path" }, description: "Code of a ward", example: "X05000001" }),
    }),
    query: strictQuery({}),
  },
  responses: { 200: jsonAnswer(WardDetail.meta({ id: "WardDetail" }), "The ward"), ...PROBLEMS },
});

const smallAreas = createRoute({
  method: "get",
  path: `${PLACE_PATH}/small-areas.geojson`,
  tags,
  summary: "The shapes of the small areas",
  request,
  responses: { 200: geoJsonAnswer("One feature a small area: code, name, ward (where most of it lives)"), ...PROBLEMS },
});

export const wardRoutes = (deps: Deps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(list, (c) => jsonOfPlace(c, deps, async (place) => ({ wards: await wardsListed(deps.db, place) })))
    .openapi(shapes, (c) => geoJsonOfPlace(c, deps, (place) => wardsAsGeoJson(deps.db, place)))
    .openapi(smallAreas, (c) => geoJsonOfPlace(c, deps, (place) => smallAreasAsGeoJson(deps.db, place)))
    .openapi(one, (c) => {
      const { code } = c.req.valid("param");
      return jsonOfPlace(c, deps, async (place) => (await wardDetail(deps.db, place, code)) ?? notFound("ward", code));
    });
