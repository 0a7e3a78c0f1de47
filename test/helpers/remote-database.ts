import { fork } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { inCheckout } from "./checkout.ts";
import { sampleDatabase } from "./sample-database.ts";

/** A database with Wendmere that a server reaches over a network which can be cut. */
export interface RemoteDatabase {
  /** Address of the network's near end. */
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/**
 * PostgreSQL of `TEST_DATABASE_URL`, or else the embedded database's own process on a loopback port, behind a relay.
 *
 * @param whole whether the network holds from the start
 */
export async function remoteDatabase(whole: boolean): Promise<RemoteDatabase> {
  const storage = await sampleDatabase();
  const far = storage.embedded ? await embeddedOnPort(storage.settings.DATA_DIR ?? "") : farFrom(storage.settings);
  const target = new URL(far.url);
  const relay = createRelay(target.hostname, Number(target.port || 5432));
  await relay.reserve();
  if (whole) await relay.open();
  const url = new URL(far.url);
  url.hostname = "127.0.0.1";
  url.port = String(relay.port());
  return {
    url: url.href,
    cut: () => relay.close(),
    mend: () => relay.open(),
    async close() {
      await relay.close();
      await far.close();
      await storage.remove();
    },
  };
}

const farFrom = ({ DATABASE_URL = "" }: Readonly<Record<string, string>>) => ({
  url: DATABASE_URL,
  close: async () => {},
});

async function embeddedOnPort(dataDir: string) {
  const child = fork(inCheckout("server", "dist", "db", "embedded", "child.js"), [join(dataDir, "database"), "0"]);
  const [{ listening }] = (await once(child, "message")) as [{ listening: { port: number } }];
  return {
    url: `postgres://postgres@127.0.0.1:${listening.port}/postgres`,
    async close() {
      const ended = once(child, "exit");
      child.send("end");
      await ended;
    },
  };
}

function createRelay(host: string, farPort: number) {
  let port = 0;
  let server: Server | null = null;
  const sockets = new Set<Socket>();

  const carry = (near: Socket) => {
    const far = connect(farPort, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  };

  const open = async () => {
    server = createServer(carry).listen(port, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  };

  const close = async () => {
    if (!server) return;
    const closed = once(server, "close");
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
    server = null;
  };

  return {
    port: () => port,
    open,
    close,
    reserve: async () => {
      await open();
      await close();
    },
  };
}
