import { resolve } from "node:path";

/** What a command sees of the world around it. */
export interface Terminal {
  /** Writes to standard output: the answer alone. */
  out(text: string): void;
  /** Writes to standard error: progress and remarks. */
  err(text: string): void;
  /** Whether standard error is a screen that a line can be redrawn on. */
  readonly live: boolean;
  /** Asks the person; null where there is nobody to ask. */
  ask(question: string): Promise<string | null>;
  /** A path as the person wrote it, from the folder they stood in. */
  path(written: string): string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The folder that the person stood in: npm changes to the checkout before it runs a script. */
export function folderOf(env: Terminal["env"], cwd: string): string {
  return env.npm_lifecycle_event === "needsmap" && env.INIT_CWD ? resolve(env.INIT_CWD) : cwd;
}
