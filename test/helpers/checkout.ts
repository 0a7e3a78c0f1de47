import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const isBuilt = import.meta.url.includes("/dist/");

/** The checkout's folder. */
export const CHECKOUT = fileURLToPath(new URL(isBuilt ? "../../../" : "../../", import.meta.url));

/** A path within the checkout. */
export const inCheckout = (...parts: string[]): string => join(CHECKOUT, ...parts);

/** Digest of every file in some folders, so that what was made from them is made again when they change. */
export function digestOf(...folders: string[]): string {
  const digest = createHash("sha256");
  const visit = (path: string): void => {
    if (!statSync(path).isDirectory()) {
      digest.update(path).update(readFileSync(path));
      return;
    }
    for (const name of readdirSync(path).sort()) visit(join(path, name));
  };
  for (const folder of folders) visit(inCheckout(folder));
  return digest.digest("hex").slice(0, 16);
}
