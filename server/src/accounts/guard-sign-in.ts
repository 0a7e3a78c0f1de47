import { createHash } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/app-env.ts";
import { addressOf, createRateLimit, type Limit } from "../http/rate-limit.ts";
import { problemResponse, tooOften } from "../problem.ts";

/** Tries of a password for one account from one network address: others cannot lock its owner out. */
const TRIES: Limit = { times: 10, seconds: 900 };
/** Tries of a password for one account from wherever. */
const TRIES_OF_ALL: Limit = { times: 100, seconds: 900 };
/** Links sent to one e-mail address. */
const LINKS: Limit = { times: 5, seconds: 900 };
/** Sign-ins of all kinds from one network address: a council's whole office or a library may share it. */
const AN_ADDRESS: Limit = { times: 300, seconds: 900 };

/** Slows down whoever tries passwords, has links sent to others, or signs in over and over. */
export function guardSignIn() {
  const tries = createRateLimit(TRIES);
  const triesOfAll = createRateLimit(TRIES_OF_ALL);
  const links = createRateLimit(LINKS);
  const addresses = createRateLimit(AN_ADDRESS);
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method !== "POST") return next();
    const address = addressOf(c);
    const account = await accountIn(c.req.raw);
    const counted: Promise<number | null>[] = [addresses.take(address)];
    if (account && c.req.path.endsWith("/magic-link")) counted.push(links.take(account));
    else if (account) counted.push(tries.take(`${account} ${address}`), triesOfAll.take(account));
    const waits = (await Promise.all(counted)).filter((wait) => wait !== null);
    if (waits.length === 0) return next();
    const seconds = Math.max(...waits);
    return problemResponse(tooOften(seconds), { "retry-after": String(seconds) });
  });
}

/** The account that is asked for, by the digest of its address; null where none is named. */
async function accountIn(request: Request): Promise<string | null> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  if (body === null || typeof body !== "object" || !("email" in body)) return null;
  return createHash("sha256").update(String(body.email).trim().toLowerCase()).digest("base64url");
}
