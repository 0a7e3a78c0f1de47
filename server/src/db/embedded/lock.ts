import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { processStart } from "./process-start.ts";

const Holder = z.object({
  role: z.enum(["server", "command"]),
  pid: z.int(),
  started: z.string(),
  /** The embedded database's own process: the folder is free only when it has ended too. */
  child: z.object({ pid: z.int(), started: z.string() }).nullable(),
  /** Where the database listens; null until it does. */
  address: z.union([z.object({ socket: z.string() }), z.object({ host: z.string(), port: z.int() })]).nullable(),
});
export type Holder = z.infer<typeof Holder>;
export type Role = Holder["role"];

const lockPath = (dataDir: string) => join(dataDir, "database.lock");

const lives = ({ pid, started }: { pid: number; started: string }) => processStart(pid) === started;

function parseHolder(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** The holder of a data folder's lock, or null when there is none or its file cannot be read. */
export const readLock = (dataDir: string): Holder | null => parseHolder(lockPath(dataDir));

/** Whether the process that holds a lock still runs. */
export const holderLives = (holder: Holder) => lives(holder);

/** Whether the holder's embedded database still runs, perhaps closing after the holder was killed. */
export const databaseLives = (holder: Holder) => holder.child !== null && lives(holder.child);

const isHeld = (holder: Holder) => holderLives(holder) || databaseLives(holder);

/** The lock of one data folder, held by this process. */
export interface Lock {
  /** Tells the others where the database is. */
  announce(childPid: number, address: Holder["address"]): void;
  release(): void;
}

/**
 * Takes a data folder's lock if nobody holds it.
 *
 * A lock whose holder and whose database have both ended is taken over. It is moved aside first, so that of two
 * processes that find it at once only one gets it.
 *
 * @returns the lock, or its living holder
 */
export function takeLock(dataDir: string, role: Role): Lock | Holder {
  const path = lockPath(dataDir);
  const own = `${path}.${process.pid}`;
  const me: Holder = { role, pid: process.pid, started: processStart(process.pid) ?? "", child: null, address: null };
  const write = (holder: Holder, to: string) => writeFileSync(to, `${JSON.stringify(holder)}\n`, { mode: 0o600 });

  for (;;) {
    write(me, own);
    try {
      linkSync(own, path);
      rmSync(own, { force: true });
      return {
        announce(childPid, address) {
          write({ ...me, child: { pid: childPid, started: processStart(childPid) ?? "" }, address }, own);
          renameSync(own, path);
        },
        release() {
          if (readLock(dataDir)?.pid === process.pid) rmSync(path, { force: true });
        },
      };
    } catch (error) {
      rmSync(own, { force: true });
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readLock(dataDir);
    if (holder && isHeld(holder)) return holder;
    moveAside(dataDir, own);
  }
}

/** Moves a stale lock aside; one that another process took in the meantime is put back. */
function moveAside(dataDir: string, own: string): void {
  const aside = `${own}.stale`;
  try {
    renameSync(lockPath(dataDir), aside);
    const moved = parseHolder(aside);
    if (moved && isHeld(moved)) linkSync(aside, lockPath(dataDir));
    rmSync(aside, { force: true });
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
