import { CommanderError } from "commander";
import { DatabaseError } from "../db/database-error.ts";
import { EnvError } from "../env.ts";
import { ImportError } from "../imports/import-error.ts";
import { BadInput } from "./bad-input.ts";
import { BrokenAudit } from "./broken-audit.ts";
import { program } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Runs one command line.
 *
 * @param words what stands after `needsmap`
 * @returns the code to end with: 0, 1 for work that failed, 2 for a command or input that cannot be used
 */
export async function runCommand(terminal: Terminal, words: readonly string[]): Promise<number> {
  try {
    await program(terminal).parseAsync(words, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = messageOf(error);
    terminal.err(words.includes("--json") ? `${JSON.stringify({ error: message })}\n` : `${message}\n`);
    return error instanceof BadInput || error instanceof EnvError ? 2 : 1;
  }
}

/** Errors that a person can meet speak for themselves; anything else is a bug and shows where it happened. */
function messageOf(error: unknown): string {
  const expected = [BadInput, BrokenAudit, EnvError, ImportError, DatabaseError].some((kind) => error instanceof kind);
  if (expected) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
