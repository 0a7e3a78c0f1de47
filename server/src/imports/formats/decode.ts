import { isAscii, isUtf8 } from "node:buffer";
import { Transform } from "node:stream";
import type { ENCODINGS } from "@needs-map/shared/contract/recipe";
import iconv from "iconv-lite";
import { ImportError } from "../import-error.ts";

export type Encoding = (typeof ENCODINGS)[number];

/** What a byte-order mark at the beginning of a file says, and its length; null where there is none. */
export function byteOrderMark(head: Buffer): { encoding: Encoding | "utf-16be"; length: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return null;
}

/** A stream from bytes as a file has them to UTF-8 without a byte-order mark, and what it has met so far. */
export interface Decoding {
  readonly stream: Transform;
  readonly encoding: () => Encoding;
  /** Some bytes were none of the encoding; U+FFFD stands in their place. */
  readonly isDamaged: () => boolean;
  /** The encoding has one byte a letter, yet all that came reads as UTF-8 and not all of it is ASCII. */
  readonly readsAsUtf8: () => boolean;
}

/**
 * Decodes text piece by piece.
 *
 * @param declared what the recipe says; undefined: what a byte-order mark says, else UTF-8
 * @throws ImportError (from the stream) when a byte-order mark says other than the recipe, or big-endian UTF-16
 */
export function decoding(path: string, declared: Encoding | undefined): Decoding {
  let encoding: Encoding = declared ?? "utf-8";
  let begun = false;
  let damaged = false;
  let decoder: iconv.DecoderStream | null = null;
  const utf8 = utf8Check();

  const begin = (chunk: Buffer): Buffer => {
    begun = true;
    const mark = byteOrderMark(chunk);
    if (mark?.encoding === "utf-16be")
      throw new ImportError(`${path} is written in big-endian UTF-16, which is not read. Save it as UTF-8.`);
    if (mark && declared !== undefined && mark.encoding !== declared)
      throw new ImportError(`${path}, row 1: the file begins with the mark of ${mark.encoding}, not ${declared}.`);
    encoding = mark?.encoding ?? encoding;
    if (encoding !== "utf-8") decoder = iconv.getDecoder(encoding);
    return mark ? chunk.subarray(mark.length) : chunk;
  };
  const decoded = (text: string | undefined): Buffer => {
    if (text?.includes("\uFFFD")) damaged = true;
    return Buffer.from(text ?? "");
  };

  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      try {
        const bytes = begun ? chunk : begin(chunk);
        utf8.take(bytes);
        if (decoder !== null) return done(null, decoded(decoder.write(bytes)));
        damaged = !utf8.isSound();
        done(null, bytes);
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      utf8.end();
      if (decoder === null) damaged = !utf8.isSound();
      done(null, decoded(decoder?.end()));
    },
  });
  return {
    stream,
    encoding: () => encoding,
    isDamaged: () => damaged,
    readsAsUtf8: () => /^(iso|windows)-/.test(encoding) && utf8.isSound() && !utf8.isAscii(),
  };
}

/** Checks bytes that come piece by piece for being UTF-8; a letter may lie across two pieces. */
export function utf8Check() {
  let rest: Buffer = Buffer.alloc(0);
  let sound = true;
  let ascii = true;
  return {
    take(bytes: Buffer): void {
      if (!sound) return;
      const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
      const whole = all.length - unfinished(all);
      rest = Buffer.from(all.subarray(whole));
      sound = isUtf8(all.subarray(0, whole));
      ascii &&= whole === all.length && isAscii(all);
    },
    /** Nothing more comes: an unfinished letter is a fault. */
    end(): void {
      sound &&= rest.length === 0;
    },
    isSound: () => sound,
    isAscii: () => ascii,
  };
}

/** How many bytes at the end begin a UTF-8 letter without finishing it. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < lengthOf(byte) ? back : 0;
  }
  return 0;
}

const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);
