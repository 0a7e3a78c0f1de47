import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** What the peer answers, sent by the benchmark that started it. */
export interface BareAnswer {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** The peer of a cached read: a process with one bare Hono route that returns a constant buffer with the same headers. */
process.once("message", ({ body, headers }: BareAnswer) => {
  const bytes = new Uint8Array(Buffer.from(body, "base64"));
  const app = new Hono().get("/", () => new Response(bytes, { headers }));
  serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => process.send?.(port));
});
