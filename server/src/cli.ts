import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { runCommand } from "./commands/run-command.ts";
import { folderOf, type Terminal } from "./commands/terminal.ts";

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

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runCommand(terminal, process.argv.slice(2));
