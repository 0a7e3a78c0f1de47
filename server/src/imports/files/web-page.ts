import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { isGzipped } from "./head.ts";

/** Whether a file on disk begins as a web page does, gzipped or not. */
export async function isWebPage(at: string): Promise<boolean> {
  const gzipped = isGzipped(at);
  const raw = createReadStream(at, { highWaterMark: 4096 });
  const bytes = gzipped ? pipeline(raw, createGunzip(), () => {}) : raw;
  let head = "";
  for await (const chunk of bytes) {
    head += (chunk as Buffer).toString("latin1");
    if (head.length >= 512) break;
  }
  raw.destroy();
  return beginsAsPage(head);
}

/** Whether text begins as HTML, after a byte-order mark, blanks and comments. */
export const beginsAsPage = (text: string): boolean =>
  /^(\uFEFF|\u00EF\u00BB\u00BF)?(\s|<!--.*?-->)*<(!doctype\s+html|html[\s>])/is.test(text);
