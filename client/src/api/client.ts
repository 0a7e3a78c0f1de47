import type { Problem } from "@needs-map/shared/contract/problem";

const BASE = "/api/v1";

/** An answer that is not the figures asked for; `message` is in plain words and may be shown. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/** The address of something below the API's root, to fetch or to download. */
export const apiPath = (...parts: readonly string[]) => [BASE, ...parts.map(encodeURIComponent)].join("/");

const AWAY = "The server could not be reached. Check your connection, then try again.";

/** Fetches one body as JSON; throws an `ApiError` in plain words for anything else. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { headers: { accept: "application/json" }, ...(signal && { signal }) }).catch(
    (cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new ApiError(0, AWAY);
    },
  );
  if (!response.ok) throw new ApiError(response.status, await reason(response));
  return (await response.json()) as T;
}

async function reason(response: Response): Promise<string> {
  const problem = await response.json().then(
    (body: Partial<Problem>) => body,
    () => null,
  );
  return problem?.detail ?? problem?.title ?? `The server answered ${response.status}.`;
}
