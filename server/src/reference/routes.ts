import { Hono } from "hono";
import { API_BASE, type apiRoutes } from "../api.ts";
import type { AppEnv } from "../http/app-env.ts";
import { DATA_HEADERS, pageHeaders } from "../http/security-headers.ts";
import { staticFile } from "../pages/static-files.ts";
import { apiDocument } from "./document.ts";
import { referencePage } from "./page.ts";
import { referenceStyle } from "./style.ts";

interface Options {
  readonly version: string;
  readonly baseUrl: string | null;
}

/** The API's description, for programs and to read. Both are made once. */
export function referenceRoutes(api: ReturnType<typeof apiRoutes>, { version, baseUrl }: Options): Hono<AppEnv> {
  const document = apiDocument(api, version, baseUrl);
  const once = (path: string, content: string, headers: Readonly<Record<string, string>>) => {
    const bytes = Buffer.from(content);
    return staticFile(path, (encoding) => (encoding === "identity" ? bytes : null), headers);
  };
  const json = once("/openapi.json", JSON.stringify(document), DATA_HEADERS);
  const page = once("/api.html", referencePage(document), pageHeaders(null));
  const style = once("/reference.css", referenceStyle, pageHeaders(null));

  return new Hono<AppEnv>()
    .get(`${API_BASE}/openapi.json`, (c) => json.answer(c.req.raw))
    .get("/api", (c) => page.answer(c.req.raw))
    .get("/api/reference.css", (c) => style.answer(c.req.raw));
}
