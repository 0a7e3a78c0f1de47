import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvError, readEnv } from "@needs-map/server/env";
import { readSecrets } from "@needs-map/server/secrets/secret-key";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "needs-map-key-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const secrets = (settings: Record<string, string> = {}) => readSecrets(readEnv({ DATA_DIR: folder, ...settings }));

test("the key is made once, closed to others, and is the same at the next start", () => {
  const first = secrets();
  const path = join(folder, "secret.key");
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(secrets().keyFor("contacts")).toEqual(first.keyFor("contacts"));
  expect(secrets().fingerprint).toBe(first.fingerprint);
  expect(first.fingerprint).not.toContain(readFileSync(path, "utf8").trim().slice(0, 8));
});

test("each use has a key of its own, and SECRET_KEY goes before the file", () => {
  const kept = secrets();
  expect(kept.keyFor("contacts")).not.toEqual(kept.keyFor("tracking"));
  expect(secrets({ SECRET_KEY: "a".repeat(32) }).fingerprint).not.toBe(kept.fingerprint);
});

test("a file that holds no key stops with what to do, and is left as it was", () => {
  writeFileSync(join(folder, "secret.key"), "short");
  expect(() => secrets()).toThrow(EnvError);
  expect(readFileSync(join(folder, "secret.key"), "utf8")).toBe("short");
  expect(() => readEnv({ SECRET_KEY: "short" })).toThrow(/at least 32/);
});
