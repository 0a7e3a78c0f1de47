import { closeSync, openSync, readSync } from "node:fs";

/** The first bytes of a file on disk, fewer when it is shorter. */
export function readHead(at: string, length: number): Buffer {
  const head = Buffer.alloc(length);
  const handle = openSync(at, "r");
  try {
    return head.subarray(0, readSync(handle, head, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}

/** Whether a file on disk begins as a gzipped one does. */
export const isGzipped = (at: string): boolean => readHead(at, 2).equals(Buffer.from([0x1f, 0x8b]));
