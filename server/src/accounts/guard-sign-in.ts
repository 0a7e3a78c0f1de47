import { createHash } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/app-env.ts";
import { addressOf, createRateLimit, type Limit } from "../http/rate-limit.ts";
import { problemResponse, tooOften } from "../problem.ts";

/** Tries for one e-mail address: a person mistypes a few times. */
const A_PERSON: Limit = { times: 10, seconds: 900 };
/** Tries from one network address: a council's whole office or a library may share it. */
const AN_ADDRESS: Limit = { times: 300, seconds: 900 };

/** Slows down whoever tries passwords or has links sent, by the e-mail address and by where they come from. */
export function guardSignIn() {
  const people = createRateLimit(A_PERSON);
  const addresses = createRateLimit(AN_ADDRESS);
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method !== "POST") return next();
    const body: unknown = await c.req.raw
      .clone()
      .json()
      .catch(() => null);
    const email = body !== null && typeof body === "object" && "email" in body ? String(body.email) : null;
    const waits = [
      await addresses.take(addressOf(c)),
      email === null ? null : await people.take(createHash("sha256").update(email.trim().toLowerCase()).digest("hex")),
    ].filter((wait) => wait !== null);
    if (waits.length === 0) return next();
    const seconds = Math.max(...waits);
    return problemResponse(tooOften(seconds), { "retry-after": String(seconds) });
  });
}
