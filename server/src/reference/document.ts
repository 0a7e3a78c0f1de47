import type { apiRoutes } from "../api.ts";

type Api = ReturnType<typeof apiRoutes>;

/** The API's description, OpenAPI 3.1. */
export type ApiDocument = ReturnType<Api["getOpenAPI31Document"]>;

const UNCHANGED = { description: "Nothing has changed since the answer whose entity tag was sent" };

const status = (word: string, description: string) => ({
  description,
  content: {
    "application/json": {
      schema: { type: "object", properties: { status: { const: word } }, required: ["status"] },
    },
  },
});

/** Health, which is answered outside the API's base. */
const HEALTH: NonNullable<ApiDocument["paths"]> = {
  "/healthz": {
    get: { tags: ["Health"], summary: "Whether the process lives", responses: { 200: status("ok", "It lives") } },
  },
  "/readyz": {
    get: {
      tags: ["Health"],
      summary: "Whether it can answer",
      responses: {
        200: status("ready", "It can"),
        503: { description: "It cannot, with the reason", content: { "application/problem+json": {} } },
      },
    },
  },
};

/** The description of every route, made from the contract's schemas. */
export function apiDocument(api: Api, version: string, baseUrl: string | null): ApiDocument {
  const document = describe(api, version, baseUrl);
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const responses = { ...item.get?.responses, 304: UNCHANGED };
    return [path, item.get ? { ...item, get: { ...item.get, responses } } : item] as const;
  });
  return { ...document, paths: { ...Object.fromEntries(paths), ...HEALTH } };
}

const describe = (api: Api, version: string, baseUrl: string | null): ApiDocument =>
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
      { name: "Organisations", description: "Who could provide services, from published registers." },
      { name: "Gaps", description: "Where services fall short of what people need, and why." },
      { name: "Equity", description: "How evenly access is spread over people, by deprivation and by age." },
      { name: "People", description: "Who is signed in, and what was done by whom." },
      { name: "Arrays", description: "The numbers behind the gaps, for programs that work them out themselves." },
      { name: "Search", description: "Finding a ward, a postcode or a street." },
      { name: "Health", description: "Whether the server lives and can answer, for those who run it." },
    ],
  });
