import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Env, EnvError, prepareDataDir } from "../env.ts";

/** What a key is for; a key of one use opens nothing of another. */
export type KeyUse = "sessions" | "contacts" | "tracking" | "devices" | "forms";

/** The deployment's secret, from which the key of every use is derived. */
export interface Secrets {
  /** 32 bytes for a use, always the same. */
  keyFor(use: KeyUse): Buffer;
  /** Tells a key from another without telling the key. */
  readonly fingerprint: string;
}

const FILE = "secret.key";
const BYTES = 32;

/**
 * The secret of `SECRET_KEY`, or the one that is kept in the data folder, made on first use.
 *
 * @throws EnvError when the file cannot be read or is no key
 */
export function readSecrets(env: Env): Secrets {
  return secretsOf(env.SECRET_KEY ?? kept(env));
}

/** Keys derived from a written secret, by HKDF with SHA-256 (RFC 5869). */
export function secretsOf(written: string): Secrets {
  const keys = new Map<KeyUse, Buffer>();
  return {
    keyFor(use) {
      const known = keys.get(use);
      if (known) return known;
      const key = Buffer.from(hkdfSync("sha256", written, "", `needs-map ${use}`, BYTES));
      keys.set(use, key);
      return key;
    },
    fingerprint: createHash("sha256").update(`needs-map fingerprint ${written}`).digest("hex").slice(0, 32),
  };
}

function kept(env: Env): string {
  prepareDataDir(env);
  const path = join(env.DATA_DIR, FILE);
  const read = () => {
    const text = readFileSync(path, "utf8").trim();
    if (text.length < BYTES) throw new EnvError(`SECRET_KEY: the file ${path} holds no key. Put back the one it held.`);
    return text;
  };
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const making = `${path}.${process.pid}`;
  writeFileSync(making, `${randomBytes(BYTES).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(making, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(making, { force: true });
  }
  return read();
}
