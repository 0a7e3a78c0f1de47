import type { HttpBindings } from "@hono/node-server";

/** The few things of a request that a kept body is found and sent by. */
export interface Asked {
  /** Path and query, as they were written. */
  readonly target: string;
  header(name: "accept-encoding" | "if-none-match"): string | undefined;
}

const targetOf = (url: string) => url.slice(url.indexOf("/", url.indexOf("//") + 2));

/** What was asked, of a request as the web has it. */
export const askedBy = (request: Request): Asked => ({
  target: targetOf(request.url),
  header: (name) => request.headers.get(name) ?? undefined,
});

/** The same from Node's own request where there is one, which costs less to read. */
export function askedOf(request: Request, bindings: Partial<HttpBindings> | undefined): Asked {
  const incoming = bindings?.incoming;
  if (!incoming?.url?.startsWith("/")) return askedBy(request);
  return { target: incoming.url, header: (name) => incoming.headers[name] };
}
