import type { Api } from "@needs-map/server/api";
import type { Problem } from "@needs-map/shared/contract/problem";
import { type ClientResponse, hc } from "hono/client";

/** The product's own API, typed by its routes. */
export const api = hc<Api>("/").api.v1;

/** An answer that is not the figures asked for; `message` is in plain words and may be shown. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/** The address of something below the API's root, to download or to fetch in a worker. */
export const apiPath = (...parts: readonly string[]) => ["/api/v1", ...parts.map(encodeURIComponent)].join("/");

const AWAY = "The server could not be reached. Check your connection, then try again.";

type Body<Answer> = Answer extends ClientResponse<infer Told, 200, "json"> ? Told : never;

/** The body of an answer; throws an `ApiError` in plain words for anything but the figures. */
export async function told<Answer extends ClientResponse<unknown, number, string>>(
  asked: Promise<Answer>,
): Promise<Body<Answer>> {
  const response = await reached(asked);
  return (await response.json()) as Body<Answer>;
}

/** A body as JSON from an address of the API that has no typed caller. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await reached(fetch(path, { ...(signal && { signal }) }));
  return (await response.json()) as T;
}

async function reached<Answer extends { ok: boolean; status: number; json: () => Promise<unknown> }>(
  asked: Promise<Answer>,
): Promise<Answer> {
  const response = await asked.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, AWAY);
  });
  if (!response.ok) throw new ApiError(response.status, await reason(response));
  return response;
}

async function reason(response: { status: number; json: () => Promise<unknown> }): Promise<string> {
  const problem = await response.json().then(
    (body) => body as Partial<Problem>,
    () => null,
  );
  return problem?.detail ?? problem?.title ?? `The server answered ${response.status}.`;
}
