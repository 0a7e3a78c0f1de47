import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { AppEnv } from "./app-env.ts";

/** How often something may be done within some seconds. */
export interface Limit {
  readonly times: number;
  readonly seconds: number;
}

/** Counts what is done under a name; forgets it when the time is over. Each server process counts by itself. */
export interface RateLimit {
  /** Counts one more; seconds to wait when it was one too many, else null. */
  take(name: string): Promise<number | null>;
}

export function createRateLimit({ times, seconds }: Limit): RateLimit {
  const limiter = new RateLimiterMemory({ points: times, duration: seconds });
  return {
    async take(name) {
      try {
        await limiter.consume(name);
        return null;
      } catch (reached) {
        if (reached instanceof RateLimiterRes) return Math.ceil(reached.msBeforeNext / 1000);
        throw reached;
      }
    },
  };
}

/** The network address that a request came from; one name for all where it is not known. */
export function addressOf(c: Context<AppEnv>): string {
  const { incoming } = (c.env ?? {}) as { incoming?: unknown };
  return incoming ? (getConnInfo(c).remote.address ?? "unknown") : "unknown";
}
