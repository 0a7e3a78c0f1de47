import { type Db, openDatabase } from "../db/connect.ts";
import { readEnv } from "../env.ts";
import { createLog } from "../log.ts";
import type { Terminal } from "./terminal.ts";

/** Opens the database for one command: joins that of a running server, or starts the embedded one for as long. */
export async function withDatabase<Answer>(terminal: Terminal, work: (db: Db) => Promise<Answer>): Promise<Answer> {
  const env = readEnv(terminal.env);
  const log = createLog(env.LOG_LEVEL === "info" ? "warn" : env.LOG_LEVEL);
  const database = await openDatabase(env, { role: "command", log });
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}
