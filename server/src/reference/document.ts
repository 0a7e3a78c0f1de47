import type { apiRoutes } from "../api.ts";

type Api = ReturnType<typeof apiRoutes>;

/** The API's description, OpenAPI 3.1. */
export type ApiDocument = ReturnType<Api["getOpenAPI31Document"]>;

/** The description of every route, made from the contract's schemas. */
export const apiDocument = (api: Api, version: string, baseUrl: string | null): ApiDocument =>
  api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Needs Map",
      version,
      description:
        "Local needs, services and gaps by ward. Every answer carries an entity tag that changes with the data; send it back as If-None-Match and an answer you hold already comes as 304. Problems are application/problem+json, with the field and the reason in plain words. Unknown query keys are refused.",
    },
    servers: [{ url: baseUrl ?? "/" }],
    tags: [
      { name: "Places", description: "Council areas with their data, sources and faults." },
      { name: "Wards", description: "Wards and the small areas within them." },
      { name: "Indicators", description: "What is known of need, by small area and ward." },
      { name: "Services", description: "Kinds of service and the services themselves." },
      { name: "Gaps", description: "Where services fall short of what people need, and why." },
      { name: "Arrays", description: "The numbers behind the gaps, for programs that work them out themselves." },
      { name: "Search", description: "Finding a ward, a postcode or a street." },
    ],
  });
