import type { Readable } from "node:stream";

/** Reads a stream of bytes by pieces of a wanted length. */
export interface ByteReader {
  /** The next bytes; fewer where the stream ends, and an empty buffer at its end. Good until the next call. */
  readonly take: (length: number) => Promise<Buffer>;
}

export function byteReader(stream: Readable): ByteReader {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  return {
    take: async (length) => {
      const parts = [held];
      let have = held.length;
      while (have < length) {
        const next = await chunks.next();
        if (next.done) break;
        parts.push(next.value);
        have += next.value.length;
      }
      const all = parts.length === 1 ? held : Buffer.concat(parts);
      held = all.subarray(length);
      return all.subarray(0, length);
    },
  };
}
