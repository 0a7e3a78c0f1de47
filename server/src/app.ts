import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { guardSignIn } from "./accounts/guard-sign-in.ts";
import { SIGN_IN_BASE, SIGN_IN_ROUTES } from "./accounts/sign-in-routes.ts";
import { EnginesBusy } from "./analysis/engine-threads.ts";
import { API_BASE, apiRoutes } from "./api.ts";
import { isDatabaseAway } from "./db/database-error.ts";
import type { Deps } from "./deps.ts";
import { healthRoutes } from "./health/routes.ts";
import { answerAgain } from "./http/answer-again.ts";
import type { App, AppEnv } from "./http/app-env.ts";
import { guard } from "./http/guard.ts";
import { requestLog } from "./http/request-log.ts";
import { sameOrigin } from "./http/same-origin.ts";
import { DATA_HEADERS } from "./http/security-headers.ts";
import type { PageSettings } from "./pages/app-shell.ts";
import { pageRoutes } from "./pages/routes.ts";
import { badRequest, broken, noSuchAddress, notReady, problemResponse, tooLarge, wrongMethod } from "./problem.ts";
import { referenceRoutes } from "./reference/routes.ts";

/** No route takes more than this; imports come from files. */
const LARGEST_REQUEST = 65_536;

const isForApi = (path: string) => path.startsWith("/api/");

export interface AppOptions {
  /** Folder of the built client. */
  readonly clientFolder: string;
  /** Where the deployment is reached, for the API's own description. */
  readonly baseUrl: string | null;
  readonly pages: PageSettings;
  /** The reason why questions cannot be answered now, or null. */
  readonly whyNotReady: () => Promise<string | null>;
}

/** The whole HTTP side: API, its reference page, health and pages. */
export function createApp(deps: Deps, { clientFolder, baseUrl, pages, whyNotReady }: AppOptions): App {
  const api = apiRoutes(deps);
  const app = new OpenAPIHono<AppEnv>();

  app.use(requestLog(deps.log));
  app.use(async (c, next) => {
    await next();
    if (c.res.headers.has("content-security-policy")) return;
    for (const [name, value] of Object.entries(DATA_HEADERS)) c.res.headers.set(name, value);
  });
  app.use(sameOrigin(baseUrl));
  app.use(bodyLimit({ maxSize: LARGEST_REQUEST, onError: () => problemResponse(tooLarge(LARGEST_REQUEST)) }));
  app.use(`${API_BASE}/places/*`, async (c, next) => {
    c.set("versions", await deps.versions.current());
    await next();
  });
  app.use(guard(deps));

  app.use(`${SIGN_IN_BASE}/sign-in/*`, guardSignIn());
  for (const [method = "", path = ""] of SIGN_IN_ROUTES.map((route) => route.split(" ")))
    app.on(method, path, (c) => deps.signIn.handler(c.req.raw));
  app.route("/", healthRoutes(whyNotReady));
  app.route("/", referenceRoutes(api, { version: pages.version, baseUrl }));
  app.route("/", api);
  app.route("/", pageRoutes(deps, clientFolder, pages));

  app.notFound((c) => {
    const [handlers] = app.router.match("GET", c.req.path);
    const isTaken = handlers.some(
      ([[, { method, path }]]) => method === "GET" && (path !== "/*" || !isForApi(c.req.path)),
    );
    if (!isTaken) return problemResponse(noSuchAddress(c.req.path));
    return problemResponse(wrongMethod(c.req.method, ["GET", "HEAD"]), { allow: "GET, HEAD" });
  });

  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) {
      return problemResponse(badRequest([{ field: "address", reason: "This address cannot be read" }]));
    }
    if (isDatabaseAway(error)) {
      deps.log.warn({ reason: error.message }, "the database is away");
      const reason = "The database cannot be reached just now. Nothing is lost; try again in a moment.";
      return problemResponse(notReady(reason), { "retry-after": "2" });
    }
    if (error instanceof EnginesBusy) {
      deps.log.warn({ reason: error.message }, "a question was turned away");
      const reason = "Too many questions are being worked out just now. Try again in a moment.";
      return problemResponse(notReady(reason), { "retry-after": "5" });
    }
    deps.log.error({ err: error, requestId: c.var.requestId, path: c.req.path }, "a request failed");
    return problemResponse(broken(c.var.requestId));
  });

  answerAgain(app, deps.versions, deps.bodies);
  return app;
}
