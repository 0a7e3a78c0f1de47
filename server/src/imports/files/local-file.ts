import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline as join, type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { counted, ImportError } from "../import-error.ts";
import type { OnProgress } from "../progress.ts";
import { isGzipped } from "./head.ts";

/** A file of a recipe on this machine's disk: checked, with what was measured of it. */
export interface LocalFile {
  /** As the recipe names it, for messages. */
  readonly path: string;
  /** On disk, perhaps gzipped. */
  readonly at: string;
  /** Length when uncompressed. */
  readonly bytes: number;
  /** Of the uncompressed bytes. */
  readonly sha256: string;
}

/** No source file is longer than this when uncompressed. */
export const MOST_BYTES = 4 * 1024 ** 3;

const CHUNK_BYTES = 256 * 1024;

/**
 * The uncompressed bytes of a file as a stream; a gzipped one is known by its first two bytes. It ends in an
 * ImportError when the file is no longer as long as it was measured to be, so that a half file is never taken for
 * a whole one.
 */
export function openLocal(file: LocalFile): Readable {
  let seen = 0;
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      done(seen === file.bytes ? null : changed(file));
    },
  });
  const gzipped = isGzipped(file.at);
  const raw = createReadStream(file.at, { highWaterMark: CHUNK_BYTES });
  const end = () => {};
  if (!gzipped) return join(raw, check, end);
  return join(raw, createGunzip({ chunkSize: CHUNK_BYTES }), check, end);
}

/**
 * Measures a file on disk, in one pass that holds only a piece of it at a time.
 *
 * @throws ImportError on a compressed file that is truncated or damaged, or longer than any source file
 */
export async function measureLocal(path: string, at: string, onProgress: OnProgress, step: string): Promise<LocalFile> {
  const hash = createHash("sha256");
  const gzipped = isGzipped(at);
  let bytes = 0;
  let read = 0;
  const raw = createReadStream(at, { highWaterMark: CHUNK_BYTES });
  raw.on("data", (chunk) => {
    read += chunk.length;
  });
  const take = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES)
        throw new ImportError(`${path} is longer than ${counted(MOST_BYTES)} bytes when uncompressed.`);
      hash.update(chunk);
      onProgress({ step, done: bytes, total: Math.max(bytes, read) });
    }
  };
  try {
    if (gzipped) await pipeline(raw, createGunzip({ chunkSize: CHUNK_BYTES }), take);
    else await pipeline(raw, take);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("Z_")) throw error;
    throw new ImportError(`${path}: the compressed file is truncated or damaged (${message}).`);
  }
  return { path, at, bytes, sha256: hash.digest("hex") };
}

const changed = (file: LocalFile) => new ImportError(`${file.path} changed while it was being read.`);
