import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { DatabaseError } from "../database-error.ts";
import type { Holder } from "./lock.ts";

export type Address = NonNullable<Holder["address"]>;

/** The built child beside this file's package, also when this file runs from its source. */
const CHILD = fileURLToPath(new URL("../../../dist/db/embedded/child.js", import.meta.url));

/** An embedded database that runs. */
export interface EmbeddedProcess {
  readonly pid: number;
  readonly address: Address;
  /** Settles when the process has ended, with its exit code. */
  readonly ended: Promise<number | null>;
  /** Writes everything down and ends. */
  end(): Promise<void>;
}

const COMPLAINT_LENGTH = 2000;

/**
 * Starts the embedded database in a process of its own.
 *
 * It ends by itself when this process goes away, whatever the reason.
 *
 * @param where     path of the socket to listen on, or a loopback port (0 for any)
 * @param onSpawned given the process's number before the database is ready
 * @throws DatabaseError with what the process said, if it ends before it listens
 */
export async function startChild(
  folder: string,
  where: string | number,
  onSpawned: (pid: number) => void,
): Promise<EmbeddedProcess> {
  const child = fork(CHILD, [folder, String(where)], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
  });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_LENGTH);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.once("error", () => resolve(null));
  });
  if (child.pid) onSpawned(child.pid);
  const address = await Promise.race([listening(child), ended.then(() => null)]);
  if (!address || !child.pid) {
    throw new DatabaseError(`The embedded database in ${folder} did not start. ${complaint.trim()}`.trim());
  }
  return {
    pid: child.pid,
    address,
    ended,
    async end() {
      if (child.connected) child.send("end");
      await ended;
    },
  };
}

const listening = (child: ChildProcess) =>
  new Promise<Address>((resolve) => {
    child.once("message", (message) => resolve((message as { listening: Address }).listening));
  });
