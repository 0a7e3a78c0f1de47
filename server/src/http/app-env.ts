import type { OpenAPIHono } from "@hono/zod-openapi";
import type { PlaceVersion, VersionsInForce } from "../places/current-versions.ts";
import type { Actor } from "./permissions.ts";

/** What the middleware gives every route. */
export interface AppEnv {
  Variables: {
    requestId: string;
    actor: Actor;
    /** Versions in force when the request came. */
    versions: VersionsInForce;
    /** The place that the address names; only routes below a place may read it. */
    place: PlaceVersion;
  };
}

export type App = OpenAPIHono<AppEnv>;
