import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { App } from "./http/app-env.ts";

/** Longest wait for answers under way when the server stops. */
const DRAIN_MS = 10_000;

/** A server that takes requests. */
export interface Listening {
  readonly port: number;
  /** Takes no more requests, finishes those under way, and ends. */
  close(): Promise<void>;
}

/** @throws the system's error when the port is taken or may not be used */
export async function listen(app: App, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(force);
    },
  };
}
