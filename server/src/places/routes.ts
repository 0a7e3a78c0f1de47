import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Place, PlaceDetail } from "@needs-map/shared/contract/place";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { geoJsonAnswer, jsonAnswer, PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { featureText, geoJsonBody, geoJsonOfPlace, jsonOfAll, jsonOfPlace } from "../http/send.ts";
import { strictQuery } from "../http/validation.ts";
import { notFound } from "../problem.ts";
import { basemapShapes, findPlace, listPlaces } from "./queries.ts";

const list = createRoute({
  method: "get",
  path: "/places",
  tags: ["Places"],
  summary: "Every place with its counts",
  request: { query: strictQuery({}) },
  responses: {
    200: jsonAnswer(z.object({ places: z.array(Place.meta({ id: "Place" })) }), "The places, by name"),
    ...PROBLEMS,
  },
});

const one = createRoute({
  method: "get",
  path: PLACE_PATH,
  tags: ["Places"],
  summary: "One place with the files it was built from and the faults found in them",
  request: { params: PlaceParam, query: strictQuery({}) },
  responses: { 200: jsonAnswer(PlaceDetail.meta({ id: "PlaceDetail" }), "The place"), ...PROBLEMS },
});

const basemap = createRoute({
  method: "get",
  path: `${PLACE_PATH}/basemap.geojson`,
  tags: ["Places"],
  summary: "Water, green, roads and streets to draw beneath the wards",
  request: { params: PlaceParam, query: strictQuery({}) },
  responses: { 200: geoJsonAnswer("Features with kind and name, in drawing order"), ...PROBLEMS },
});

export const placeRoutes = (deps: Deps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(list, (c) => jsonOfAll(c, deps, async () => ({ places: await listPlaces(deps.db) })))
    .openapi(one, (c) =>
      jsonOfPlace(c, deps, async ({ id }) => (await findPlace(deps.db, id)) ?? notFound("place", id)),
    )
    .openapi(basemap, (c) =>
      geoJsonOfPlace(c, deps, async (place) => {
        const features = await basemapShapes(deps.db, place);
        return geoJsonBody(features.map(({ seq, shape, kind, name }) => featureText(seq, shape, { kind, name })));
      }),
    );
