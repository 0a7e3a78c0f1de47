import { setTimeout as pause } from "node:timers/promises";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { type Env, prepareDataDir } from "../env.ts";
import { createLog, type Log } from "../log.ts";
import * as accountTables from "./accounts-schema.ts";
import * as auditTables from "./audit-schema.ts";
import { DatabaseError, isDatabaseAway, reasonOf } from "./database-error.ts";
import { openEmbedded } from "./embedded/embedded-database.ts";
import type { Role } from "./embedded/lock.ts";
import { migrate } from "./migrate.ts";
import * as placeTables from "./schema.ts";

const schema = { ...placeTables, ...accountTables, ...auditTables };

export type Db = NodePgDatabase<typeof schema>;

/** An open, migrated database. */
export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Whether it is the embedded one, where all connections share one session. */
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** Who opens it and what to do when it is lost for good; a server by default, which then ends. */
export interface OpenOptions {
  readonly role?: Role;
  readonly log?: Log;
  readonly onLost?: (reason: string) => void;
}

const POOL_SIZE = 8;
const RETRY_MS = 1000;
const CONNECT_TIMEOUT_MS = 5000;

/**
 * Opens the database that the settings name, or the embedded one, and brings its tables up to date.
 *
 * A database that is away is waited for, `DATABASE_WAIT` seconds at most.
 *
 * @throws DatabaseError in plain words when it cannot be used
 */
export async function openDatabase(env: Env, options: OpenOptions = {}): Promise<Database> {
  const log = options.log ?? createLog(env.LOG_LEVEL);
  return env.DATABASE_URL ? openRemote(env, env.DATABASE_URL, log) : openOwn(env, options, log);
}

function poolOf(config: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({ max: POOL_SIZE, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, ...config });
  pool.on("error", (error) => log.warn({ reason: reasonOf(error) }, "a database connection was lost"));
  return pool;
}

async function openRemote(env: Env, url: string, log: Log): Promise<Database> {
  const pool = poolOf({ connectionString: url, keepAlive: true }, log);
  try {
    await waitFor(pool, env.DATABASE_WAIT, addressWithoutSecrets(url), log);
    await migrate(pool, true);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db: drizzle(pool, { schema }), pool, embedded: false, close: () => pool.end() };
}

async function openOwn(env: Env, { role = "server", onLost }: OpenOptions, log: Log): Promise<Database> {
  prepareDataDir(env);
  const lost = onLost ?? ((reason: string) => log.fatal(reason));
  const embedded = await openEmbedded({ dataDir: env.DATA_DIR, role, log, onLost: lost });
  const { address } = embedded;
  const where = "socket" in address ? { host: address.socket.slice(0, address.socket.lastIndexOf("/")) } : address;
  const pool = poolOf({ ...where, user: "postgres", database: "postgres", connectionTimeoutMillis: 0 }, log);
  const close = async () => {
    await pool.end();
    await embedded.close();
  };
  try {
    if (embedded.own) await migrate(pool, false);
  } catch (error) {
    await close();
    throw error;
  }
  return { db: drizzle(pool, { schema }), pool, embedded: true, close };
}

async function waitFor(pool: pg.Pool, seconds: number, address: string, log: Log): Promise<void> {
  const limit = Date.now() + seconds * 1000;
  for (;;) {
    try {
      await pool.query("SELECT 1");
      return;
    } catch (error) {
      const reason = reasonOf(error);
      if (!isDatabaseAway(error)) throw new DatabaseError(`The database at ${address} cannot be used: ${reason}`);
      if (Date.now() >= limit) {
        throw new DatabaseError(
          `The database at ${address} did not answer within ${seconds} seconds: ${reason}. Start it, or correct DATABASE_URL.`,
        );
      }
      log.warn({ address, reason }, "the database is away; trying again");
      await pause(RETRY_MS);
    }
  }
}

function addressWithoutSecrets(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
