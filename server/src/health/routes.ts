import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { notReady, problemResponse } from "../problem.ts";

/**
 * Whether the process lives, and whether it can answer.
 *
 * @param whyNot the reason why questions cannot be answered now, or null
 */
export const healthRoutes = (whyNot: () => Promise<string | null>) =>
  new Hono<AppEnv>()
    .get("/healthz", (c) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" }))
    .get("/readyz", async (c) => {
      const reason = await whyNot();
      if (reason) return problemResponse(notReady(reason));
      return c.json({ status: "ready" }, 200, { "cache-control": "no-store" });
    });
