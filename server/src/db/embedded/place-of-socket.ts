import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Systems refuse longer paths of a Unix socket (104 to 108 bytes). */
const LONGEST_PATH = 100;

/** The name that PostgreSQL clients look for in a folder. */
const SOCKET = ".s.PGSQL.5432";

/**
 * Where the embedded database of a data folder listens: a socket inside it, or in the system's folder for temporary
 * files when the data folder lies too deep. Both are closed to other users.
 *
 * @returns the socket's path; null on Windows, where a loopback port takes its place
 */
export function placeOfSocket(dataDir: string): string | null {
  if (process.platform === "win32") return null;
  const inside = join(dataDir, "run", SOCKET);
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const path = Buffer.byteLength(inside) < LONGEST_PATH ? inside : join(tmpdir(), `needs-map-${name}`, SOCKET);
  mkdirSync(join(path, ".."), { recursive: true, mode: 0o700 });
  return path;
}
