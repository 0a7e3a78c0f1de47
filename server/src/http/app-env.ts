import type { OpenAPIHono } from "@hono/zod-openapi";
import type { PlaceVersion, VersionsInForce } from "../places/current-versions.ts";
import type { Actor } from "./permissions.ts";

/** What the middleware gives every route. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Who asks, looked up when it is first asked for: most of what is read is open to everyone. */
    actor: () => Promise<Actor>;
    /** Versions in force when the request came. */
    versions: VersionsInForce;
    /** The place that the address names; only routes below a place may read it. */
    place: PlaceVersion;
  };
}

export type App = OpenAPIHono<AppEnv>;
