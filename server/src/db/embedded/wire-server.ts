import { createServer, type Server, type Socket } from "node:net";
import { readyFilter, readyMessage } from "./ready-filter.ts";
import { frameReader } from "./wire-frames.ts";

/** The part of PGlite that the wire needs. */
export interface WireDatabase {
  runExclusive<T>(work: () => Promise<T>): Promise<T>;
  execProtocolRawStream(message: Uint8Array, options: { onRawData: (data: Uint8Array) => void }): Promise<void>;
  exec(sql: string): Promise<unknown>;
}

interface Batch {
  readonly socket: Socket;
  readonly bytes: Uint8Array;
}

/** State of a connection outside any transaction. */
const IDLE = 0x49;

/**
 * Speaks the PostgreSQL protocol for a PGlite: many connections, one session, a batch at a time.
 *
 * While a connection has a transaction open only its batches run, and it is rolled back if the connection goes away.
 *
 * @param onBroken called when PGlite itself fails; nothing can be answered after that
 */
export function createWireServer(db: WireDatabase, onBroken: (error: unknown) => void): Server {
  const queue: Batch[] = [];
  let running = false;
  let owner: Socket | null = null;

  const next = (): Batch | undefined => {
    if (!owner) return queue.shift();
    const at = queue.findIndex((batch) => batch.socket === owner);
    return at === -1 ? undefined : queue.splice(at, 1)[0];
  };

  const run = async ({ socket, bytes }: Batch) => {
    const filter = readyFilter();
    const send = (data: Buffer) => data.length > 0 && socket.writable && socket.write(data);
    await db.runExclusive(() => db.execProtocolRawStream(bytes, { onRawData: (data) => void send(filter.pass(data)) }));
    const state = filter.state();
    if (state !== null) send(readyMessage(state));
    owner = state === null || state === IDLE ? null : socket;
  };

  const giveBack = async () => {
    if (!owner?.destroyed) return;
    await db.exec("ROLLBACK");
    owner = null;
  };

  const pump = async () => {
    if (running) return;
    running = true;
    try {
      await giveBack();
      for (let batch = next(); batch; batch = next()) {
        if (!batch.socket.destroyed) await run(batch);
        await giveBack();
      }
      running = false;
    } catch (error) {
      onBroken(error);
    }
  };

  return createServer((socket) => {
    const framesOf = frameReader();
    socket.setNoDelay(true);
    socket.on("data", (chunk) => {
      for (const frame of framesOf(chunk as Buffer)) {
        if (frame.kind === "batch") queue.push({ socket, bytes: new Uint8Array(frame.bytes) });
        else if (frame.kind === "refuse-encryption") socket.write("N");
        else socket.destroy();
      }
      void pump();
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => void pump());
  });
}
