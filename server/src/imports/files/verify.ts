import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { RecipeFile } from "@needs-map/shared/contract/recipe";
import { counted, ImportError } from "../import-error.ts";

/** No source file is longer than this when uncompressed. */
const MOST_BYTES = 1024 ** 3;

/** The bytes as published: gzipped ones are opened, others given back as they are. */
export function unpacked(file: RecipeFile, bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    throw new ImportError(`${file.path}: the compressed file is truncated or damaged (${(error as Error).message}).`);
  }
}

/** What is wrong with a file's bytes, or null when they are the ones that the recipe names. */
export function wrongBytes(file: RecipeFile, bytes: Buffer): string | null {
  if (file.bytes !== undefined && bytes.length < file.bytes)
    return `${file.path} is truncated: expected ${counted(file.bytes)} bytes, found ${counted(bytes.length)}.`;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 === file.sha256) return null;
  return `${file.path} is not the file that the recipe names: expected sha256 ${file.sha256}, found ${sha256}.`;
}
