import type { HttpBindings } from "@hono/node-server";
import type { CurrentVersions } from "../places/current-versions.ts";
import type { App } from "./app-env.ts";
import { askedOf } from "./asked.ts";
import type { BodyCache } from "./body-cache.ts";

/**
 * Lets an app answer an address that it answered before, by the same data, ahead of everything else.
 *
 * What is kept is open to everyone; when roles come to differ, the role becomes part of what is asked.
 */
export function answerAgain(app: App, versions: CurrentVersions, bodies: BodyCache): void {
  const answer = app.fetch;
  app.fetch = (request, env, context) => {
    if (request.method !== "GET") return answer(request, env, context);
    const asked = askedOf(request, env as Partial<HttpBindings> | undefined);
    if (!bodies.knows(asked.target)) return answer(request, env, context);
    const inForce = versions.peek();
    if (inForce) return bodies.answerAgain(asked, inForce) ?? answer(request, env, context);
    return versions.current().then(
      (read) => bodies.answerAgain(asked, read) ?? answer(request, env, context),
      () => answer(request, env, context),
    );
  };
}
