import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { Log } from "../log.ts";
import type { AppEnv } from "./app-env.ts";

const GIVEN_ID = /^[\w-]{8,64}$/;

/** Gives a request its number, which a proxy may have given already, and notes how it was answered. */
export const requestLog = (log: Log) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const given = c.req.header("x-request-id");
    const requestId = given && GIVEN_ID.test(given) ? given : randomUUID();
    const began = performance.now();
    c.set("requestId", requestId);
    await next();
    c.header("x-request-id", requestId);
    log.info(
      {
        requestId,
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - began),
      },
      "request",
    );
  });
