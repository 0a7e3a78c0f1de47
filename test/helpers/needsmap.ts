import { runCommand } from "@needs-map/server/commands/run-command";
import type { Terminal } from "@needs-map/server/commands/terminal";

/** What a command wrote, and the code it ended with. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line of the product in this process, under these settings alone, with nobody to ask. */
export async function needsmap(env: Readonly<Record<string, string>>, ...words: string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    live: false,
    ask: async () => null,
    path: (written) => written,
    env,
  };
  const code = await runCommand(terminal, words);
  return { code, out, err };
}
