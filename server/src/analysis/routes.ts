import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { encodePlaceArrays, encodeServiceArrays } from "@needs-map/shared/domain/arrays-codec";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import type { Body } from "../http/body-cache.ts";
import { PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { sendOfPlace } from "../http/send.ts";
import { strictQuery } from "../http/validation.ts";
import { notFound } from "../problem.ts";
import { serviceTypes } from "../services/queries.ts";

const tags = ["Arrays"];
const BYTES = "application/octet-stream";

const bytes = (description: string) => ({ description, content: { [BYTES]: {} } });

const people = createRoute({
  method: "get",
  path: `${PLACE_PATH}/arrays/people`,
  tags,
  summary: "The people and indicators of a place as binary arrays, for working gaps out in the browser",
  request: { params: PlaceParam, query: strictQuery({}) },
  responses: { 200: bytes('"NMAR", length and text of a JSON header, then little-endian arrays'), ...PROBLEMS },
});

const services = createRoute({
  method: "get",
  path: `${PLACE_PATH}/arrays/services/{svc}`,
  tags,
  summary: "The services of one type as binary arrays",
  request: {
    params: PlaceParam.extend({
      svc: z.string().openapi({
        param: { name: "svc", in: "path" },
        description: "Id of a service type",
        example: "youth-clubs",
      }),
    }),
    query: strictQuery({}),
  },
  responses: { 200: bytes("In the same form"), ...PROBLEMS },
});

const body = (array: Uint8Array): Body => ({
  type: BYTES,
  bytes: Buffer.from(array.buffer, array.byteOffset, array.byteLength),
});

export const arrayRoutes = (deps: Deps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(people, (c) =>
      sendOfPlace(c, deps, async (place) => body(encodePlaceArrays(await deps.analysis.arrays(place)))),
    )
    .openapi(services, (c) => {
      const { svc } = c.req.valid("param");
      return sendOfPlace(c, deps, async (place) => {
        const type = (await serviceTypes(deps.db, place)).find(({ id }) => id === svc);
        if (!type) return notFound("service type", svc);
        return body(encodeServiceArrays(await deps.analysis.services(place, svc, type.unit)));
      });
    });
