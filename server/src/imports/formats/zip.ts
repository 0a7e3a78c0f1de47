import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline, type Readable, Transform } from "node:stream";
import { pipeline as finished } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { type Entry, fromFdPromise, type ZipFile } from "yauzl";
import { isGzipped } from "../files/head.ts";
import { type LocalFile, openLocal } from "../files/local-file.ts";
import { counted, ImportError } from "../import-error.ts";

/** A zip whose list of contents was found sound before anything was unpacked. Nothing of it is written to disk. */
export interface Zip {
  readonly names: readonly string[];
  /** Uncompressed length of an entry; 0 of one that is not there. */
  readonly bytes: (name: string) => number;
  /** The uncompressed bytes of an entry, counted against the length and the checksum that the zip claims. */
  readonly stream: (name: string) => Promise<Readable>;
  /** A short entry whole, or null when there is none. */
  readonly text: (name: string) => Promise<string | null>;
  readonly close: () => Promise<void>;
}

const MOST_UNPACKED_BYTES = 4 * 1024 ** 3;
const MOST_ENTRIES = 10_000;
/** Text of numbers and names packs to a tenth, a sparse table to a fiftieth; a bomb to a thousandth. */
const MOST_RATIO = 250;
/** Below this a zip does no harm, however well it packs. */
const SMALL_BYTES = 16 * 1024 ** 2;
const MOST_TEXT_BYTES = 16 * 1024 ** 2;

/**
 * Opens a zip and checks its list of contents.
 *
 * @throws ImportError on what is no zip or a damaged one, a name that leads out of the zip, an encrypted entry, and on
 * more contents than a source file has (a zip bomb)
 */
export async function openZip(local: LocalFile): Promise<Zip> {
  const { path } = local;
  const handle = isGzipped(local.at) ? await unpackedCopy(local) : await open(local.at, "r");
  try {
    const zip = await fromFdPromise(handle.fd, { autoClose: false }).catch((error: Error) => {
      throw new ImportError(`${path} is not a zip, or is damaged or truncated (${error.message}).`);
    });
    const entries = await soundEntries(path, zip, local.bytes);
    return {
      names: [...entries.keys()],
      bytes: (name) => entries.get(name)?.uncompressedSize ?? 0,
      stream: (name) => streamOf(path, zip, entries.get(name)),
      text: (name) => textOf(path, zip, entries.get(name)),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** A zip is read from its end, which a gzipped file does not allow. The copy has no name, so that none is left behind. */
async function unpackedCopy(local: LocalFile): Promise<FileHandle> {
  const at = join(tmpdir(), `needs-map-${randomUUID()}`);
  const handle = await open(at, "wx+");
  try {
    await rm(at);
    await finished(openLocal(local), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await handle.write(chunk);
    });
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function soundEntries(path: string, zip: ZipFile, packed: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST_ENTRIES)
    throw new ImportError(`${path} holds ${counted(zip.entryCount)} files, more than a zip of sources has.`);
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (entry.isEncrypted())
        throw new ImportError(`${path} is encrypted (${entry.fileName}). Take its password away.`);
      if (!entry.fileName.endsWith("/")) entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const { message } = error as Error;
    if (/relative path|absolute path|invalid characters/.test(message))
      throw new ImportError(`${path} holds a file whose name leads out of the zip (${message}). It is not unpacked.`);
    throw new ImportError(`${path} is a damaged zip (${message}).`);
  }
  if (unpacked > MOST_UNPACKED_BYTES || (unpacked > SMALL_BYTES && unpacked > packed * MOST_RATIO))
    throw new ImportError(
      `${path} would unpack from ${counted(packed)} to ${counted(unpacked)} bytes, more than source files do. It is not unpacked.`,
    );
  return entries;
}

async function streamOf(path: string, zip: ZipFile, entry: Entry | undefined): Promise<Readable> {
  if (entry === undefined) throw new ImportError(`${path} lacks a file that it should hold.`);
  const damaged = (reason: string) => new ImportError(`${path}: ${entry.fileName} in it is damaged (${reason}).`);
  const bytes = await zip.openReadStreamPromise(entry).catch((error: Error) => {
    throw damaged(error.message);
  });
  let sum = 0;
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush: (done) => done(sum === entry.crc32 ? null : damaged("its checksum is wrong")),
  });
  bytes.once("error", (error) => check.destroy(damaged(error.message)));
  return pipeline(bytes, check, () => {});
}

async function textOf(path: string, zip: ZipFile, entry: Entry | undefined): Promise<string | null> {
  if (entry === undefined) return null;
  if (entry.uncompressedSize > MOST_TEXT_BYTES)
    throw new ImportError(`${path}: ${entry.fileName} in it is too long (${counted(entry.uncompressedSize)} bytes).`);
  const chunks: Buffer[] = [];
  for await (const chunk of await streamOf(path, zip, entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}
