import { OpenAPIHono } from "@hono/zod-openapi";
import { accountRoutes } from "./accounts/routes.ts";
import { arrayRoutes } from "./analysis/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import type { Deps } from "./deps.ts";
import { equityRoutes } from "./equity/routes.ts";
import { gapRoutes } from "./gaps/routes.ts";
import type { AppEnv } from "./http/app-env.ts";
import { refuseInvalid } from "./http/validation.ts";
import { indicatorRoutes } from "./indicators/routes.ts";
import { organisationRoutes } from "./organisations/routes.ts";
import { placeRoutes } from "./places/routes.ts";
import { searchRoutes } from "./search/routes.ts";
import { serviceRoutes } from "./services/routes.ts";
import { wardRoutes } from "./wards/routes.ts";

export const API_BASE = "/api/v1";

/** Every route of the product's own API. */
export const apiRoutes = (deps: Deps) =>
  new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })
    .route(API_BASE, accountRoutes(deps))
    .route(API_BASE, auditRoutes(deps))
    .route(API_BASE, placeRoutes(deps))
    .route(API_BASE, wardRoutes(deps))
    .route(API_BASE, indicatorRoutes(deps))
    .route(API_BASE, serviceRoutes(deps))
    .route(API_BASE, organisationRoutes(deps))
    .route(API_BASE, gapRoutes(deps))
    .route(API_BASE, equityRoutes(deps))
    .route(API_BASE, arrayRoutes(deps))
    .route(API_BASE, searchRoutes(deps));

/** The API as the client's typed caller sees it. */
export type Api = ReturnType<typeof apiRoutes>;
