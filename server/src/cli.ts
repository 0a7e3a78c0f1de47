import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { CommanderError } from "commander";
import { BadInput } from "./commands/bad-input.ts";
import { program } from "./commands/program.ts";
import { folderOf, type Terminal } from "./commands/terminal.ts";
import { DatabaseError } from "./db/database-error.ts";
import { EnvError } from "./env.ts";
import { ImportError } from "./imports/import-error.ts";

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  live: process.stderr.isTTY === true,
  ask,
  path: (written) => resolve(folderOf(process.env, process.cwd()), written),
  env: process.env,
};

async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** 2 for a command or input that cannot be used, 1 for work that failed; a reader who goes away is neither. */
function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof BadInput || error instanceof EnvError ? 2 : 1;
}

function report(error: unknown, json: boolean): void {
  if (error instanceof CommanderError) return;
  const expected = [BadInput, EnvError, ImportError, DatabaseError].some((kind) => error instanceof kind);
  const words = expected
    ? (error as Error).message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  terminal.err(json ? `${JSON.stringify({ error: words })}\n` : `${words}\n`);
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await program(terminal).parseAsync();
} catch (error) {
  report(error, process.argv.includes("--json"));
  process.exitCode = codeOf(error);
}
