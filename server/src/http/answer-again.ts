import { createMiddleware } from "hono/factory";
import type { CurrentVersions } from "../places/current-versions.ts";
import type { AppEnv } from "./app-env.ts";
import type { BodyCache } from "./body-cache.ts";

/** Path and query of a request, as it was written. */
export function targetOf(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

/**
 * Answers an address that was answered before by the same data, ahead of everything else.
 *
 * What is kept is open to everyone; when roles come to differ, the role becomes part of what is asked.
 */
export const answerAgain = (versions: CurrentVersions, bodies: BodyCache) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const inForce = versions.peek() ?? (await versions.current());
    const again = bodies.answerAgain(targetOf(c.req.url), c.req.raw, inForce);
    if (again) return again;
    c.set("versions", inForce);
    return next();
  });
