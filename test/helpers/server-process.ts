import { type ChildProcess, spawn } from "node:child_process";
import { inCheckout } from "./checkout.ts";

/** A real server in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  /** Settles with the address when it says that it is ready; fails with what it said if it ends before. */
  readonly ready: Promise<string>;
  /** Settles with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Everything it wrote, so far. */
  output(): string;
  /** Settles when it has written something that matches. */
  says(words: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
}

/** Settings of ours must not reach the server under test. */
const OWN =
  /^(PORT|HOST|BASE_URL|DATA_DIR|DATABASE_|MAP_STYLE_URL|LOG_LEVEL|SECRET_KEY|SMTP_URL|MAIL_FROM|VITEST|NODE_OPTIONS)/;
const inherited = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name)));

/** Starts `node server/dist/main.js` on a port that the system chooses, with these settings alone. */
export function startServer(settings: Readonly<Record<string, string>>): ServerProcess {
  const child: ChildProcess = spawn(process.execPath, [inCheckout("server", "dist", "main.js")], {
    env: { ...inherited(), PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const waiting = new Set<() => void>();
  const take = (chunk: Buffer) => {
    written += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));

  const says = (words: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = words.exec(written);
        if (!found) return;
        waiting.delete(look);
        resolve(found[1] ?? found[0]);
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`The server ended without saying ${words}:\n${written}`)));
    });
  const ready = says(/ready at (http\S+)/);
  ready.catch(() => {});

  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    output: () => written,
    says,
    kill: (signal) => void child.kill(signal),
  };
}
