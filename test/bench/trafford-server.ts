import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inCheckout } from "../helpers/checkout.ts";
import { type ServerProcess, startServer } from "../helpers/server-process.ts";

const MIRROR = inCheckout("..", "shared", "data");

export interface BenchServer {
  readonly server: ServerProcess;
  readonly base: string;
  /** Trafford where its files lie beside the checkout, else the sample. */
  readonly place: "trafford" | "wendmere";
}

/** A real server in a fresh folder, with Trafford where its files are; ended and removed when the work is done. */
export async function withServer<T>(work: (server: BenchServer) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "needs-map-bench-"));
  const server = startServer({ DATA_DIR: folder, LOG_LEVEL: "error" });
  try {
    const base = await server.ready;
    const has = existsSync(MIRROR);
    if (has) {
      const command = [inCheckout("server", "dist", "cli.js"), "place", "add", "trafford", "--mirror", MIRROR];
      execFileSync(process.execPath, command, { env: { ...process.env, DATA_DIR: folder }, stdio: "ignore" });
    }
    return await work({ server, base, place: has ? "trafford" : "wendmere" });
  } finally {
    server.kill("SIGTERM");
    await server.ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
