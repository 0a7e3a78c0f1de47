import { readFile, rm, writeFile } from "node:fs/promises";

/** What a server says to tell one state of a file from another; null where it says nothing. */
export interface Stamp {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export const stampOf = (headers: Headers): Stamp => ({
  etag: headers.get("etag"),
  lastModified: headers.get("last-modified"),
});

/** Whether a server says that two answers are of the same state of a file; what it leaves out does not tell them apart. */
export const isSameState = (one: Stamp, other: Stamp): boolean =>
  (one.etag === null || other.etag === null || one.etag === other.etag) &&
  (one.lastModified === null || other.lastModified === null || one.lastModified === other.lastModified);

/** The value to send with a range, so that another state of the file comes whole: a weak tag is no use for that. */
export const strongStamp = ({ etag, lastModified }: Stamp): string | null =>
  etag !== null && !etag.startsWith("W/") ? etag : lastModified;

/** The stamp kept beside a download, or null. */
export async function readStamp(path: string): Promise<Stamp | null> {
  try {
    const { etag, lastModified } = JSON.parse(await readFile(`${path}.stamp`, "utf8")) as Partial<Stamp>;
    return { etag: etag ?? null, lastModified: lastModified ?? null };
  } catch {
    return null;
  }
}

/** Keeps a stamp beside a download; one that says nothing is not kept. */
export async function writeStamp(path: string, stamp: Stamp): Promise<void> {
  const says = stamp.etag !== null || stamp.lastModified !== null;
  if (says) await writeFile(`${path}.stamp`, JSON.stringify(stamp));
  else await rm(`${path}.stamp`, { force: true });
}
