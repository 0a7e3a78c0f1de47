import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CHECKOUT = new URL("../../", import.meta.url);

/** The product's version, as people say it. */
export const productVersion: string = (
  JSON.parse(readFileSync(new URL("package.json", CHECKOUT), "utf8")) as { version: string }
).version;

const buildNotes = ["shared", "server"].map((name) => fileURLToPath(new URL(`${name}/dist/.tsbuildinfo`, CHECKOUT)));

/**
 * Changes with every change of the code that answers, so that no entity tag outlives it; the compiler's notes of what it
 * built hold a digest of every file.
 */
export function codeVersion(): string {
  const digest = createHash("sha256").update(productVersion);
  for (const path of buildNotes) digest.update(readFileSync(path));
  return digest.digest("base64url").slice(0, 12);
}
