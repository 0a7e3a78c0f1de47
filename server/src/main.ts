import { fileURLToPath } from "node:url";
import { createApp } from "./app.ts";
import { codeVersion, productVersion } from "./code-version.ts";
import { createDeps } from "./create-deps.ts";
import { openDatabase } from "./db/connect.ts";
import { DatabaseError } from "./db/database-error.ts";
import { type Env, EnvError, readEnv } from "./env.ts";
import { whyNotReady } from "./health/ready.ts";
import { loadSampleIfEmpty } from "./imports/sample.ts";
import { type Listening, listen } from "./listen.ts";
import { createLog, type Log } from "./log.ts";

const CLIENT = fileURLToPath(new URL("../../client/dist", import.meta.url));

const MISUSE = 2;

/** Ends the process with a sentence for the person who started it. */
function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

const settings = (): Env => {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (error instanceof EnvError) stop(error.message, MISUSE);
    throw error;
  }
};

const tell = (message: string) => void process.stdout.write(`${message}\n`);

async function serve(env: Env, log: Log): Promise<void> {
  tell("Opening the database…");
  const database = await openDatabase(env, { role: "server", log, onLost: (reason) => stop(reason, 1) });
  let listening: Listening | null = null;
  let stopping = false;
  const end = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    await listening?.close();
    await database.close();
    process.exit(0);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);

  await loadSampleIfEmpty(database.db, tell);
  if (stopping) return;
  const app = createApp(createDeps(database.db, log, codeVersion(), env), {
    clientFolder: CLIENT,
    baseUrl: env.BASE_URL ?? null,
    pages: { mapStyleUrl: env.MAP_STYLE_URL ?? null, version: productVersion },
    whyNotReady: () => whyNotReady(database.pool),
  });
  try {
    listening = await listen(app, env.HOST, env.PORT);
  } catch (error) {
    await database.close();
    throw error;
  }
  tell(`Needs Map is ready at ${env.BASE_URL ?? addressOf(env.HOST, listening.port)}`);
}

const addressOf = (host: string, port: number) => `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

/** The reason of a failed start, when it is one that a person can mend. */
function mendable(error: unknown, env: Env): string | null {
  if (error instanceof DatabaseError || error instanceof EnvError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return `Port ${env.PORT} is taken by another program. Set PORT to another number.`;
  if (code === "EACCES") return `Port ${env.PORT} may not be used. Set PORT to a number above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `HOST ${env.HOST} is not an address of this machine.`;
  return null;
}

const env = settings();
/** At a terminal a person waits for one line and would lose it among requests; elsewhere requests are logged. */
const isWatched = process.stderr.isTTY && process.env.LOG_LEVEL === undefined;
const log = createLog(isWatched ? "warn" : env.LOG_LEVEL);
serve(env, log).catch((error: unknown) => {
  const reason = mendable(error, env);
  if (reason) stop(reason, 1);
  log.fatal({ err: error }, "the server could not start");
  process.exit(1);
});
