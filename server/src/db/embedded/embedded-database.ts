import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../../log.ts";
import { DatabaseError } from "../database-error.ts";
import { type Address, type EmbeddedProcess, startChild } from "./child-process.ts";
import { databaseLives, type Holder, holderLives, type Lock, type Role, readLock, takeLock } from "./lock.ts";
import { placeOfSocket } from "./place-of-socket.ts";

const POLL_MS = 100;
const RESTARTS_AN_HOUR = 5;
const HOUR_MS = 3_600_000;

/** The embedded database of a data folder, as this process reaches it. */
export interface EmbeddedDatabase {
  readonly address: Address;
  /** False when this is another process's database, joined by a command. */
  readonly own: boolean;
  close(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly role: Role;
  readonly log: Log;
  /** Called when the database keeps ending and is not started again. */
  readonly onLost: (reason: string) => void;
}

const isLock = (got: Lock | Holder): got is Lock => "release" in got;

/**
 * Opens the embedded database of a data folder: starts it under the folder's lock, or, for a command beside a running
 * server, joins the server's.
 *
 * @throws DatabaseError naming the folder and the process that uses it
 */
export async function openEmbedded(options: Options): Promise<EmbeddedDatabase> {
  const { dataDir, role } = options;
  for (;;) {
    const got = takeLock(dataDir, role);
    if (isLock(got)) return startUnderLock(got, options);
    if (!holderLives(got)) {
      options.log.info({ pid: got.child?.pid }, "waiting for an earlier database process to finish");
      while (databaseLives(got)) await pause(POLL_MS);
      continue;
    }
    if (role === "server" || got.role === "command") throw new DatabaseError(refusal(dataDir, got));
    const address = await addressOfServer(dataDir, got);
    if (address) return { address, own: false, close: async () => {} };
  }
}

const refusal = (dataDir: string, { role, pid }: Holder) =>
  role === "server"
    ? `The folder ${dataDir} is in use by another Needs Map server (process ${pid}). Stop that one first, or set DATA_DIR to another folder.`
    : `The folder ${dataDir} is in use by a Needs Map command (process ${pid}). Wait until it has finished, or set DATA_DIR to another folder.`;

async function addressOfServer(dataDir: string, holder: Holder): Promise<Address | null> {
  while (holderLives(holder)) {
    const address = readLock(dataDir)?.address;
    if (address) return address;
    await pause(POLL_MS);
  }
  return null;
}

async function startUnderLock(lock: Lock, { dataDir, log, onLost }: Options): Promise<EmbeddedDatabase> {
  const folder = join(dataDir, "database");
  const socket = placeOfSocket(dataDir);
  const restarts: number[] = [];
  let closing = false;

  let port = 0;

  const start = async () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const child = await startChild(folder, socket ?? port, (pid) => lock.announce(pid, null));
    lock.announce(child.pid, child.address);
    if ("port" in child.address) port = child.address.port;
    return child;
  };

  let running: EmbeddedProcess;
  try {
    running = await start();
  } catch (error) {
    lock.release();
    throw error;
  }

  const keepRunning = async () => {
    for (;;) {
      const code = await running.ended;
      if (closing) return;
      const now = Date.now();
      restarts.push(now);
      if (restarts.filter((time) => time > now - HOUR_MS).length > RESTARTS_AN_HOUR) {
        return onLost(`The embedded database in ${folder} ended ${restarts.length} times (last code ${code}).`);
      }
      log.error({ code }, "the embedded database ended; starting it again");
      try {
        running = await start();
        log.info("the embedded database is back");
      } catch (error) {
        return onLost((error as Error).message);
      }
      if (closing) return void running.end();
    }
  };
  const kept = keepRunning();

  return {
    address: running.address,
    own: true,
    async close() {
      closing = true;
      await running.end();
      await kept;
      lock.release();
    },
  };
}
