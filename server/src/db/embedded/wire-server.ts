import { createServer, type Server, type Socket } from "node:net";
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

const READY = 0x5a;
const IDLE = 0x49;

/** Whether an answer leaves a transaction open: the last byte of its "ready for query" message. */
const leavesTransactionOpen = (tail: Uint8Array) => tail.at(-6) === READY && tail.at(-1) !== IDLE;

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
    let tail: Uint8Array = new Uint8Array(0);
    await db.runExclusive(() =>
      db.execProtocolRawStream(bytes, {
        onRawData: (data) => {
          tail = data.length >= 6 ? data.slice(-6) : Buffer.concat([tail, data]).subarray(-6);
          if (socket.writable) socket.write(Buffer.from(data));
        },
      }),
    );
    owner = leavesTransactionOpen(tail) ? socket : null;
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
