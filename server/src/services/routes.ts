import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Service, ServiceNear, ServiceTypeListed } from "@needs-map/shared/contract/service";
import { travelWords } from "@needs-map/shared/domain/access/travel";
import { TRAVEL_MODES } from "@needs-map/shared/domain/gap/settings";
import type { Deps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { geoJsonAnswer, jsonAnswer, PLACE_PATH, PlaceParam, PROBLEMS } from "../http/describe.ts";
import { featureText, geoJsonBody, geoJsonOfPlace, jsonOfPlace } from "../http/send.ts";
import { strictQuery } from "../http/validation.ts";
import type { PlaceVersion } from "../places/current-versions.ts";
import { badRequest, Refusal } from "../problem.ts";
import { postcodeKey } from "../search/normalise.ts";
import { postcodeAt, servicesNear, wardAt } from "./near.ts";
import { listServices, listServiceTypes, serviceTypes } from "./queries.ts";

const tags = ["Services"];

const ofType = strictQuery({
  type: z.string().optional().openapi({ description: "Id of a service type; all types when left out" }),
});

const types = createRoute({
  method: "get",
  path: `${PLACE_PATH}/service-types`,
  tags,
  summary: "The kinds of service, with the question each starts from",
  request: { params: PlaceParam, query: strictQuery({}) },
  responses: {
    200: jsonAnswer(z.object({ serviceTypes: z.array(ServiceTypeListed.meta({ id: "ServiceType" })) }), "The kinds"),
    ...PROBLEMS,
  },
});

const list = createRoute({
  method: "get",
  path: `${PLACE_PATH}/services`,
  tags,
  summary: "The services of a place",
  request: { params: PlaceParam, query: ofType },
  responses: {
    200: jsonAnswer(z.object({ services: z.array(Service.meta({ id: "Service" })) }), "The services"),
    ...PROBLEMS,
  },
});

const points = createRoute({
  method: "get",
  path: `${PLACE_PATH}/services.geojson`,
  tags,
  summary: "The services of a place as points",
  request: { params: PlaceParam, query: ofType },
  responses: { 200: geoJsonAnswer("One point a service, with everything that is listed of it"), ...PROBLEMS },
});

const near = createRoute({
  method: "get",
  path: `${PLACE_PATH}/services/near`,
  tags,
  summary: "The services nearest to a postcode, or to the middle of a ward, with the estimated journey",
  request: {
    params: PlaceParam,
    query: strictQuery({
      postcode: z
        .string()
        .trim()
        .min(2)
        .max(10)
        .optional()
        .openapi({ description: "A postcode of the place; or name a ward", example: "WM11 1AA" }),
      ward: z.string().max(20).optional().openapi({ description: "Code of a ward, to start from its middle" }),
      type: z.string().optional().openapi({ description: "Id of a service type; all types when left out" }),
      go: z.enum(TRAVEL_MODES).default("walk").openapi({ description: "Way of getting there" }),
      most: z.coerce.number().int().min(1).max(100).default(20).openapi({ description: "How many at most" }),
    }),
  },
  responses: {
    200: jsonAnswer(
      z.object({
        from: z.object({ label: z.string(), lon: z.number(), lat: z.number() }),
        travel: z.string(),
        services: z.array(ServiceNear.meta({ id: "ServiceNear" })),
      }),
      "Nearest first",
    ),
    ...PROBLEMS,
  },
});

export const serviceRoutes = (deps: Deps) => {
  const refuseType = async (place: PlaceVersion, type: string | undefined) => {
    const known = type === undefined ? null : (await serviceTypes(deps.db, place)).map(({ id }) => id);
    if (known === null || known.includes(type ?? "")) return null;
    return badRequest([{ field: "type", reason: `Choose one of ${known.join(", ")}` }]);
  };
  const find = async (place: PlaceVersion, type: string | undefined) =>
    (await refuseType(place, type)) ?? listServices(deps.db, place, type);
  const nameOf = (path: string, type: string | undefined) => (type === undefined ? path : `${path}?type=${type}`);

  return new OpenAPIHono<AppEnv>()
    .openapi(types, (c) =>
      jsonOfPlace(c, deps, async (place) => ({ serviceTypes: await listServiceTypes(deps.db, place) })),
    )
    .openapi(list, (c) => {
      const { type } = c.req.valid("query");
      return jsonOfPlace(
        c,
        deps,
        async (place) => {
          const services = await find(place, type);
          return services instanceof Refusal ? services : { services };
        },
        { name: nameOf(c.req.path, type) },
      );
    })
    .openapi(near, (c) => {
      const { postcode, ward, type, go, most } = c.req.valid("query");
      return jsonOfPlace(
        c,
        deps,
        async (place) => {
          const refused = await refuseType(place, type);
          if (refused) return refused;
          if ((postcode === undefined) === (ward === undefined))
            return badRequest([{ field: "postcode", reason: "Name either a postcode or a ward" }]);
          const from =
            postcode === undefined
              ? await wardAt(deps.db, place, ward ?? "")
              : await postcodeAt(deps.db, place, postcode);
          if (!from)
            return badRequest([
              postcode === undefined
                ? { field: "ward", reason: `There is no ward ${ward} in this place` }
                : { field: "postcode", reason: `${postcode} is not a postcode of this place` },
            ]);
          const services = await servicesNear(deps.db, place, from, go, type, most);
          return { from, travel: travelWords(go), services };
        },
        {
          name: `${c.req.path}?${postcodeKey(postcode ?? "")}&${ward ?? ""}&${type ?? ""}&${go}&${most}`,
          effort: "quick",
        },
      );
    })
    .openapi(points, (c) => {
      const { type } = c.req.valid("query");
      return geoJsonOfPlace(
        c,
        deps,
        async (place) => {
          const services = await find(place, type);
          if (services instanceof Refusal) return services;
          return geoJsonBody(
            services.map(({ lon, lat, ...rest }) =>
              featureText(rest.id, JSON.stringify({ type: "Point", coordinates: [lon, lat] }), rest),
            ),
          );
        },
        { name: nameOf(c.req.path, type) },
      );
    });
};
