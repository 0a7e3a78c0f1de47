import type { Problem } from "@needs-map/shared/contract/problem";

/** An answer that is not what was asked for: a problem that the caller can meet, in plain words. */
export class Refusal {
  readonly problem: Problem;

  constructor(problem: Problem) {
    this.problem = problem;
  }
}

type FieldError = NonNullable<Problem["errors"]>[number];

const TITLES: Readonly<Record<number, string>> = {
  400: "The request cannot be answered as it is",
  403: "You may not do this",
  404: "Not found",
  405: "This address does not take that method",
  413: "The request is too large",
  429: "Too many tries",
  500: "Something went wrong on our side",
  503: "Not ready",
};

const refuse = (status: number, detail: string, errors?: readonly FieldError[]): Refusal =>
  new Refusal({
    type: "about:blank",
    title: TITLES[status] ?? "Problem",
    status,
    detail,
    ...(errors && { errors: [...errors] }),
  });

/** Nothing of this kind has that name here. */
export const notFound = (kind: string, name: string): Refusal => refuse(404, `There is no ${kind} "${name}" here.`);

export const noSuchAddress = (path: string): Refusal =>
  refuse(404, `There is nothing at ${path}. The addresses are listed at /api.`);

/** Fields that cannot be used, each with its reason. */
export const badRequest = (errors: readonly FieldError[]): Refusal =>
  refuse(400, errors.map(({ field, reason }) => `${field}: ${reason}`).join("; "), errors);

export const forbidden = (): Refusal => refuse(403, "Sign in with an account that may do this.");

export const notFromHere = (): Refusal =>
  refuse(403, "This was sent from another site's page. Open Needs Map itself and try again.");

export const wrongMethod = (method: string, allowed: readonly string[]): Refusal =>
  refuse(405, `${method} is not possible here. Possible: ${allowed.join(", ")}.`);

export const tooLarge = (limit: number): Refusal => refuse(413, `A request may hold at most ${limit} bytes.`);

/** Done more often than is allowed; it may be tried again after some seconds. */
export const tooOften = (seconds: number): Refusal => {
  const minutes = Math.ceil(seconds / 60);
  return refuse(
    429,
    `That was tried very often. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`,
  );
};

export const broken = (requestId: string): Refusal =>
  refuse(500, `The fault has been noted. If you tell us about it, give this number: ${requestId}.`);

export const notReady = (reason: string): Refusal => refuse(503, reason);

/** The answer that tells a problem, as RFC 9457 has it. */
export function problemResponse({ problem }: Refusal, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
