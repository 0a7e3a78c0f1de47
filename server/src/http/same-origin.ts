import { createMiddleware } from "hono/factory";
import { notFromHere, problemResponse } from "../problem.ts";
import type { AppEnv } from "./app-env.ts";

const READS = ["GET", "HEAD", "OPTIONS"];
const OURS = ["same-origin", "none"];

/**
 * Refuses a change that another site's page sends with a reader's cookies. A program sends neither header and passes:
 * it carries no cookie of a reader.
 *
 * @param baseUrl where the deployment is reached; null: wherever the request was sent to
 */
export const sameOrigin = (baseUrl: string | null) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (READS.includes(c.req.method)) return next();
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const own = [new URL(c.req.url).origin, ...(baseUrl ? [new URL(baseUrl).origin] : [])];
    const foreign = site !== undefined ? !OURS.includes(site) : origin !== undefined && !own.includes(origin);
    return foreign ? problemResponse(notFromHere()) : next();
  });
